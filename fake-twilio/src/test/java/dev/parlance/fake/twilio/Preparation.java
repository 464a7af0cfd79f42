package dev.parlance.fake.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.OperationRunner.Answer;
import dev.parlance.fake.twilio.catalog.Catalog;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
import java.util.List;
import java.util.Map;

/** Creates the resources that can't be created with sample values, because they have behaviour. */
final class Preparation {
    private static final String ANA = "+5215512345678";
    private static final String RECORD = "<Response><Record transcribe='true'/><Hangup/></Response>";
    private static final String CONFERENCE =
            "<Response><Dial><Conference record='record-from-start'>prepared</Conference></Dial></Response>";
    private static final String QUEUE = "<Response><Enqueue>prepared</Enqueue></Response>";
    private static final String UPLOAD = String.join(
            "\r\n",
            "--x",
            "Content-Disposition: form-data; name=\"Path\"",
            "",
            "/hello",
            "--x",
            "Content-Disposition: form-data; name=\"Visibility\"",
            "",
            "public",
            "--x",
            "Content-Disposition: form-data; name=\"Content\"; filename=\"hello\"",
            "Content-Type: text/plain",
            "",
            "hello",
            "--x--",
            "");

    private final FakeTwilio twilio;
    private final OperationRunner runner;

    private Preparation(FakeTwilio twilio, OperationRunner runner) {
        this.twilio = twilio;
        this.runner = runner;
    }

    static void of(FakeTwilio twilio, OperationRunner runner, String document) {
        Preparation preparation = new Preparation(twilio, runner);
        switch (document) {
            case "api_v2010" -> preparation.callsAndTexts();
            case "serverless_v1" -> preparation.functions();
            case "lookups_v1" -> runner.use("/v1/PhoneNumbers", "PhoneNumber", ANA);
            case "messaging_v1" -> {
                preparation.senders();
                preparation.brands();
            }
            case "content_v1" -> {
                runner.sample("types", "{\"twilio/text\": {\"body\": \"hello\"}}");
                runner.sample("name", "hello");
                runner.sample("category", "UTILITY");
            }
            case "messaging_v2", "messaging_v3" -> runner.sample("messageId", preparation.receivedText());
            case "numbers_v1" -> runner.sample("data", "{\"name\": \"Acme\"}");
            case "verify_v2" -> preparation.factors();
            case "events_v1" -> preparation.subscriptions();
            case "conversations_v1" -> preparation.conversations();
            case "accounts_v1" -> preparation.post("accounts", "/v1/AuthTokens/Secondary", Map.of());
            case "iam_v1", "oauth_v1", "oauth_v2" -> preparation.oauth();
            default -> {}
        }
    }

    private void callsAndTexts() {
        String account = "/2010-04-01/Accounts/" + twilio.accountSid();
        runner.use(account + "/Recordings", "RecordingSid", recordingOf(account, recordedCall(account)));
        String recorded = recordedCall(account);
        runner.use(account + "/Calls", "Sid", recorded);
        runner.use(account + "/Recordings", "Sid", recordingOf(account, recorded));
        runner.use(account + "/Recordings", "ReferenceSid", recordingOf(account, recorded));
        runner.use(account + "/Calls", "CallSid", call(account, CONFERENCE));
        call(account, CONFERENCE);
        String conference = firstOf(account + "/Conferences", "conferences");
        runner.use(account + "/Conferences", "ConferenceSid", conference);
        runner.use(account + "/Conferences", "Sid", conference);
        call(account, QUEUE);
        call(account, QUEUE);
        String queue = firstOf(account + "/Queues", "queues");
        runner.use(account + "/Queues", "QueueSid", queue);
        runner.use(account + "/Queues/" + queue + "/Members", "CallSid", "Front");
        Map<String, String> text = Map.of("To", ANA, "From", "+15005550006", "MediaUrl", "https://app.example/cat.png");
        runner.use(account + "/Messages", "MessageSid", sid(post("api", account + "/Messages.json", text)));
    }

    private String receivedText() {
        twilio.number("+15005550006");
        twilio.phone(ANA).textsTo("+15005550006", "hi");
        String account = "/2010-04-01/Accounts/" + twilio.accountSid();
        return firstOf(account + "/Messages", "messages");
    }

    private String recordedCall(String account) {
        String sid = place(account, RECORD);
        twilio.phone(ANA).answers().says("uno dos tres").presses("#");
        twilio.settle();
        return sid;
    }

    private String recordingOf(String account, String call) {
        return firstOf(account + "/Calls/" + call + "/Recordings", "recordings");
    }

    private String call(String account, String twiml) {
        String sid = place(account, twiml);
        twilio.phone(ANA).answers();
        return sid;
    }

    private String place(String account, String twiml) {
        Map<String, String> call = Map.of("To", ANA, "From", "+15005550006", "Twiml", twiml);
        return sid(post("api", account + "/Calls.json", call));
    }

    private String firstOf(String path, String key) {
        return runner.request("GET", "api.twilio.com" + path + ".json", "text/plain", "")
                .body()
                .path(key)
                .path(0)
                .path("sid")
                .asText();
    }

    private void functions() {
        String services = "/v1/Services";
        String service =
                sid(post("serverless", services, Map.of("UniqueName", "prepared", "FriendlyName", "Prepared")));
        runner.use(services, "ServiceSid", service);
        String in = services + "/" + service;
        String function = sid(post("serverless", in + "/Functions", Map.of("FriendlyName", "hello")));
        String asset = sid(post("serverless", in + "/Assets", Map.of("FriendlyName", "hello")));
        runner.use(in + "/Functions", "FunctionSid", function);
        runner.use(in + "/Assets", "AssetSid", asset);
        String version = upload(in + "/Functions/" + function + "/Versions");
        upload(in + "/Assets/" + asset + "/Versions");
        Map<String, String> files = Map.of("FunctionVersions", version);
        runner.use(in + "/Builds", "Sid", sid(post("serverless", in + "/Builds", files)));
        twilio.serverless().buildsTake(0);
        String build = sid(post("serverless", in + "/Builds", files));
        runner.request("GET", "serverless.twilio.com" + in + "/Builds/" + build, "text/plain", "");
        runner.sample("FunctionVersions", version);
        runner.sample("BuildSid", build);
        String environments = in + "/Environments";
        String environment = sid(post("serverless", environments, Map.of("UniqueName", "prepared")));
        runner.use(environments, "EnvironmentSid", environment);
        twilio.serverless().log(environment, function, "INFO", "hello");
    }

    private void senders() {
        runner.sample("PhoneNumberSid", twilio.number("+14155550100").sid());
        String codes = "https://api.twilio.com/2010-04-01/Accounts/" + twilio.accountSid() + "/SMS/ShortCodes.json";
        runner.sample("ShortCodeSid", twilio.addResource(codes, Map.of("short_code", "12345")));
        String channels = "https://messaging.twilio.com/v2/Channels/Senders";
        runner.sample("Sid", twilio.addResource(channels, Map.of("sender_id", "whatsapp:+14155550199")));
        runner.sample("AlphaSender", "ACME");
    }

    private void factors() {
        runner.sample("Channel", "sms");
        String service = sid(post("verify", "/v2/Services", Map.of("FriendlyName", "Prepared")));
        runner.use("/v2/Services", "ServiceSid", service);
        String entities = "/v2/Services/" + service + "/Entities";
        runner.use(entities, "Identity", "ana");
        Map<String, String> factor = Map.of("FriendlyName", "Phone", "FactorType", "push");
        runner.sample("FactorSid", sid(post("verify", entities + "/ana/Factors", factor)));
    }

    /** A conversation in the default service, with a user and a message that was texted. */
    private void conversations() {
        twilio.number("+15005550006");
        String conversation = sid(post("conversations", "/v1/Conversations", Map.of()));
        String path = "/v1/Conversations/" + conversation;
        Map<String, String> ana =
                Map.of("MessagingBinding.Address", ANA, "MessagingBinding.ProxyAddress", "+15005550006");
        sid(post("conversations", path + "/Participants", ana));
        for (String identity : List.of("agent", "bot")) {
            sid(post("conversations", path + "/Participants", Map.of("Identity", identity)));
        }
        String message = sid(post("conversations", path + "/Messages", Map.of("Author", "agent", "Body", "hola")));
        twilio.settle();
        JsonNode agent = user("agent");
        String service = agent.path("chat_service_sid").asText();
        runner.use("/v1/Services", "ChatServiceSid", service);
        useConversation("/v1", conversation, message, agent.path("sid").asText());
        useConversation(
                "/v1/Services/" + service,
                conversation,
                message,
                user("bot").path("sid").asText());
        runner.sample("Permission", "sendMessage");
    }

    private JsonNode user(String identity) {
        return runner.request("GET", "conversations.twilio.com/v1/Users/" + identity, "text/plain", "")
                .body();
    }

    private void useConversation(String prefix, String conversation, String message, String user) {
        String users = prefix + "/Users";
        runner.use(prefix + "/Conversations", "ConversationSid", conversation);
        runner.use(prefix + "/Conversations/" + conversation + "/Messages", "MessageSid", message);
        runner.use(users, "UserSid", user);
        runner.use(users + "/" + user + "/Conversations", "ConversationSid", conversation);
    }

    private void brands() {
        Map<String, String> brand =
                Map.of("CustomerProfileBundleSid", Sample.sid("BU"), "A2PProfileBundleSid", Sample.sid("BU"));
        String sid = sid(post("messaging", "/v1/a2p/BrandRegistrations", brand));
        runner.sample("BrandRegistrationSid", sid);
        runner.sample("MessageSamples", "[\"one\", \"two\"]");
    }

    /** Two subscriptions, each with a sink, and a sink for another one. */
    private void subscriptions() {
        runner.sample("SinkConfiguration", "{\"arn\": \"arn:a\", \"role_arn\": \"arn:b\"}");
        runner.sample("Types", "{\"type\": \"com.twilio.messaging.message.sent\"}");
        runner.sample("Type", "com.twilio.messaging.message.delivered");
        runner.sample("TestId", "00000000-0000-0000-0000-000000000001");
        for (String name : List.of("SubscriptionSid", "Sid")) {
            Map<String, String> subscription = Map.of(
                    "Description", "prepared",
                    "SinkSid", sink(),
                    "Types", "{\"type\": \"com.twilio.messaging.message.sent\"}");
            runner.use("/v1/Subscriptions", name, sid(post("events", "/v1/Subscriptions", subscription)));
        }
        runner.sample("SinkSid", sink());
    }

    private String sink() {
        Map<String, String> sink = Map.of(
                "Description", "prepared",
                "SinkType", "kinesis",
                "SinkConfiguration", "{\"arn\": \"arn:a\", \"role_arn\": \"arn:b\"}");
        return sid(post("events", "/v1/Sinks", sink));
    }

    private void oauth() {
        Map<String, String> app = Map.of("type", "oauth2", "friendly_name", "Prepared", "policy", "{}");
        JsonNode created = post("iam", "/v1/Account/OAuthApps", app).body();
        for (String name : List.of("client_id", "ClientId")) {
            runner.sample(name, created.path("sid").asText());
        }
        for (String name : List.of("client_secret", "ClientSecret")) {
            runner.sample(name, created.path("secret").asText());
        }
        runner.sample("grant_type", "client_credentials");
        runner.sample("GrantType", "client_credentials");
        runner.sample("AccountSid", twilio.accountSid());
    }

    private String upload(String path) {
        String url = "serverless-upload.twilio.com" + path;
        return sid(runner.request("POST", url, "multipart/form-data; boundary=x", UPLOAD));
    }

    private Answer post(String host, String path, Map<String, String> parameters) {
        Operation operation = Catalog.find(Route.of("POST", host, path)).orElseThrow();
        return runner.send(operation, path, parameters);
    }

    private static String sid(Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.body().path("sid").asText();
    }
}
