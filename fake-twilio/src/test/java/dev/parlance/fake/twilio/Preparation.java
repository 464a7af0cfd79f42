package dev.parlance.fake.twilio;

import dev.parlance.fake.twilio.OperationRunner.Answer;
import dev.parlance.fake.twilio.catalog.Catalog;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
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
            case "messaging_v1" -> preparation.senders();
            case "verify_v2" -> preparation.factors();
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
