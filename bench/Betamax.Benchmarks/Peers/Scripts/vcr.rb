# Ruby's VCR with WebMock, and with its default matchers and serializer.
require "json"
require "net/http"

ADDRESS, COUNT, ROUNDS, DIRECTORY = ARGV[0], ARGV[1].to_i, ARGV[2].to_i, ARGV[3]
SERVER = URI(ADDRESS)

def get(numbers)
  Net::HTTP.start(SERVER.host, SERVER.port) { |http| numbers.each { |number| http.get("/items/#{number}").body } }
end

def seconds
  start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  yield
  Process.clock_gettime(Process::CLOCK_MONOTONIC) - start
end

def median_of(rounds)
  Array.new(rounds) { yield }.sort[rounds / 2]
end

get(0...COUNT)
times = { bare: median_of(ROUNDS) { seconds { get(0...COUNT) } } }

# WebMock changes Net::HTTP permanently, so it is loaded after the run without a recorder.
require "vcr"
require "webmock"
VCR.configure do |config|
  config.cassette_library_dir = DIRECTORY
  config.hook_into :webmock
end

def run(mode, numbers)
  VCR.use_cassette("peer", record: mode) { get(numbers) }
end

times[:record] = median_of(ROUNDS) do
  File.delete("#{DIRECTORY}/peer.yml") if File.exist?("#{DIRECTORY}/peer.yml")
  seconds { run(:once, 0...COUNT) }
end
times[:load] = median_of(ROUNDS) { seconds { run(:none, 0...1) } }
times[:play] = median_of(ROUNDS) { seconds { run(:none, 0...COUNT) } }
puts JSON.generate({ name: "Ruby VCR #{VCR.version}", **times })
