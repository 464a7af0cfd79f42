package dev.parlance.fake.twilio;

import dev.parlance.fake.twilio.OperationRunner.Answer;
import dev.parlance.fake.twilio.catalog.Catalog;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
import java.util.Map;

/** Creates the resources that can't be created with sample values, because they have behaviour. */
final class Preparation {
    private static final String ANA = "+5215512345678";
    private static final String RECORD = "<Response><Record/><Hangup/></Response>";
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
            default -> {}
        }
    }

    private void callsAndTexts() {
        String account = "/2010-04-01/Accounts/" + twilio.accountSid();
        runner.use(account + "/Calls", "CallSid", recordedCall(account));
        runner.use(account + "/Calls", "Sid", recordedCall(account));
        Map<String, String> text = Map.of("To", ANA, "From", "+15005550006", "MediaUrl", "https://app.example/cat.png");
        runner.use(account + "/Messages", "MessageSid", sid(post("api", account + "/Messages.json", text)));
    }

    private String recordedCall(String account) {
        Map<String, String> call = Map.of("To", ANA, "From", "+15005550006", "Twiml", RECORD);
        String sid = sid(post("api", account + "/Calls.json", call));
        twilio.phone(ANA).answers().says("uno dos tres").presses("#");
        twilio.settle();
        return sid;
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
