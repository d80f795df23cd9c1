namespace Betamax.Secrets.Redactions;

/// <summary>The names that the default redaction knows.</summary>
internal static class DefaultSecretNames
{
    public static readonly IReadOnlyList<string> Headers =
    [
        // HTTP itself
        "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie",

        // Common names
        "Api-Key", "Api-Token", "Access-Token", "Auth-Token", "X-Access-Key", "X-Access-Token", "X-Api-Key", "X-Api-Secret",
        "X-Api-Token", "X-Auth", "X-Auth-Key", "X-Auth-Token", "X-Authorization", "X-Client-Secret", "X-Csrf-Token",
        "X-Id-Token", "X-Refresh-Token", "X-Secret", "X-Secret-Key", "X-Session-Token", "X-Token", "X-User-Token", "X-Xsrf-Token",

        // Clouds
        "X-Amz-Access-Token", "X-Amz-Security-Token", "X-Amz-Server-Side-Encryption-Customer-Key",
        "X-Amzn-Oidc-AccessToken", "X-Amzn-Oidc-Data", "X-Goog-Api-Key", "X-Goog-Encryption-Key", "X-Goog-Iap-Jwt-Assertion",
        "Aeg-Sas-Key", "Aeg-Sas-Token", "Ocp-Apim-Subscription-Key", "X-Functions-Key", "X-Ms-Authorization-Auxiliary",
        "X-Ms-Encryption-Key", "X-Ms-Token-Aad-Access-Token", "X-Ms-Token-Aad-Id-Token", "X-Zumo-Auth",
        "Cf-Access-Client-Secret", "Cf-Access-Jwt-Assertion", "X-Auth-User-Service-Key", "Fastly-Key",
        "X-Service-Token", "X-Subject-Token", "X-Consul-Token", "X-Nomad-Token", "X-Vault-Token",

        // Services
        "Circle-Token", "Dd-Api-Key", "Dd-Application-Key", "Deploy-Token", "Job-Token", "Private-Token", "X-Gitlab-Token",
        "X-Algolia-Api-Key", "X-Buildkite-Token", "X-Cmc-Pro-Api-Key", "X-Emby-Token", "X-Figma-Token", "X-Honeycomb-Team",
        "X-Insert-Key", "X-JFrog-Art-Api", "X-License-Key", "X-Mashape-Key", "X-Mbx-ApiKey", "X-NuGet-ApiKey",
        "X-Octopus-ApiKey", "X-Parse-Client-Key", "X-Parse-JavaScript-Key", "X-Parse-Master-Key", "X-Parse-Rest-Api-Key",
        "X-Parse-Session-Token", "X-Plex-Token", "X-Postmark-Account-Token", "X-Postmark-Server-Token", "X-Query-Key",
        "X-RapidApi-Key", "X-Redmine-Api-Key", "X-Riot-Token", "X-Sentry-Auth", "X-Shopify-Access-Token",
        "X-Shopify-Storefront-Access-Token", "Shopify-Storefront-Private-Token", "X-TrackerToken",
    ];

    /// <summary>JSON properties, form fields, parts of multipart forms, and query parameters.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        // Tokens
        "token", "access_token", "api_token", "app_token", "auth_token", "bearer_token", "bot_token", "client_token",
        "deploy_token", "device_token", "hashed_token", "id_token", "jwt", "jwt_token", "logout_token", "oauth_token",
        "personal_access_token", "private_token", "push_token", "refresh_token", "registration_access_token",
        "reset_password_token", "reset_token", "runners_token", "sas_token", "secret_token", "security_token",
        "service_token", "session_token", "subject_token", "actor_token", "user_token", "webhook_token",
        "csrf_token", "csrfmiddlewaretoken", "xsrf_token", "authenticity_token", "__RequestVerificationToken",

        // Keys
        "api_key", "access_key", "access_key_secret", "account_key", "auth_key", "application_key", "aws_secret_access_key",
        "client_key_data", "encryption_key", "master_key", "primary_master_key", "secondary_master_key", "private_key",
        "private_key_data", "secret_access_key", "secret_key", "session_key", "shared_access_key", "signing_key",
        "storage_account_key", "subscription_key", "x_api_key", "connection_string", "primary_connection_string",
        "secondary_connection_string",

        // Secrets
        "secret", "api_secret", "app_secret", "appsecret_proof", "client_secret", "consumer_secret", "hmac_secret",
        "oauth_token_secret", "oauth_signature", "secret_binary", "secret_string", "shared_secret", "signing_secret",
        "token_secret", "totp_secret", "webhook_secret", "assertion", "client_assertion", "SAMLResponse", "code_verifier",
        "device_code", "authorization", "proxy_authorization", "credentials",

        // Passwords
        "password", "admin_password", "confirm_password", "current_password", "db_password", "encrypted_password",
        "master_password", "new_password", "old_password", "password_confirmation", "password_hash", "user_password",
        "passwd", "pwd", "passcode", "passphrase", "otp", "one_time_password", "backup_codes", "recovery_codes",
    ];

    /// <summary>More names of query parameters and form fields.</summary>
    public static readonly IReadOnlyList<string> Parameters =
    [
        "auth", "sig", "signature", "X-Amz-Credential", "X-Amz-Security-Token", "X-Amz-Signature", "X-Goog-Credential",
        "X-Goog-Signature", "X-Plex-Token",
    ];
}
