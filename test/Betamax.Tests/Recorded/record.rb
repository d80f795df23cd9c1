# Records the cassettes of Ruby's VCR; record.py starts the server and calls it with the address.
require 'json'
require 'net/http'
require 'vcr'
require 'webmock'

address = ARGV.fetch(0)

VCR.configure do |config|
  config.cassette_library_dir = __dir__
  config.hook_into :webmock
  config.default_cassette_options = { serialize_with: :json, record: :all }
  config.before_record { |interaction| interaction.recorded_at = Time.utc(2020) }
end

def record(name, **options)
  path = File.join(__dir__, "ruby-#{name}.json")
  File.delete(path) if File.exist?(path)
  VCR.use_cassette("ruby-#{name}", **options) { yield }
end

get = ->(path) { Net::HTTP.get_response(URI(address + path)) }

record('questions') do
  get['/get?name=M%C3%BCller&empty=']
  Net::HTTP.post(URI(address + '/post'), JSON.generate(name: 'Zoë', emoji: '😀'), 'Content-Type' => 'application/json')
  Net::HTTP.post_form(URI(address + '/post'), 'name' => 'Zoë', 'tag' => %w[a b])
end

record('statuses') do
  get['/status/204']
  get['/status/404']
  get['/redirect/1']
  get['/interop/cookies']
  get['/interop/repeated-headers']
  get['/interop/odd-reason']
  Net::HTTP.start(URI(address).host, URI(address).port) { |http| http.head('/image/png') }
end

record('exact-bytes', preserve_exact_body_bytes: true) do
  get['/interop/all-bytes']
  get['/interop/latin1']
  get['/gzip']
  Net::HTTP.post(URI(address + '/interop/echo'), (0..255).to_a.pack('C*'), 'Content-Type' => 'application/octet-stream')
end
