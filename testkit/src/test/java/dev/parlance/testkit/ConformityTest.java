package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.testkit.Rest.Answer;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every API response has the fields and types from Twilio's OpenAPI documents. */
class ConformityTest {
    private static final String APP = "https://app.example";
    private static final String OURS = "+15005550100";
    private static final String ANA = "+5215512345678";

    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    @BeforeEach
    void setUp() {
        twilio.number(OURS).onCall(APP);
        twilio.mount(
                APP,
                request -> WebhookResponse.bytes(
                        "text/xml", "<Response><Record/></Response>".getBytes(StandardCharsets.UTF_8)));
    }

    private Answer conforms(OpenApi openApi, Answer answer) {
        assertThat(openApi.problems(answer.method(), answer.path(), answer.status(), answer.json()))
                .as("%s %s: %s", answer.method(), answer.path(), answer.json())
                .isEmpty();
        return answer;
    }

    /** Lists, fetches and changes a resource. */
    private void checkRoutes(OpenApi openApi, Rest rest, String path, String ending, String sid, String... change) {
        conforms(openApi, rest.get(path + ending));
        conforms(openApi, rest.get(path + "/" + sid + ending));
        if (change.length > 0) {
            conforms(openApi, rest.post(path + "/" + sid + ending, change));
        }
    }

    @Test
    void the_2010_api_conforms() {
        OpenApi openApi = new OpenApi("api-v2010");
        Rest rest = new Rest(twilio, "api.twilio.com");
        String account = rest.account();
        Answer sub = conforms(openApi, rest.post("/2010-04-01/Accounts.json", "FriendlyName", "branch"));
        checkRoutes(openApi, rest, "/2010-04-01/Accounts", ".json", sub.sid(), "Status", "suspended");

        Answer message = conforms(
                openApi,
                rest.post(
                        account + "/Messages.json",
                        "To",
                        ANA,
                        "From",
                        OURS,
                        "Body",
                        "hola",
                        "MediaUrl",
                        APP + "/cat.png"));
        String messages = account + "/Messages";
        conforms(openApi, rest.post(messages + "/" + message.sid() + "/Feedback.json", "Outcome", "confirmed"));
        Answer media = conforms(openApi, rest.get(messages + "/" + message.sid() + "/Media.json"));
        String picture = messages + "/" + message.sid() + "/Media/"
                + media.json().path("media_list").path(0).path("sid").asText();
        conforms(openApi, rest.get(picture + ".json"));
        conforms(openApi, rest.delete(picture + ".json"));
        twilio.phone(ANA).losesReception();
        conforms(openApi, rest.post(account + "/Messages.json", "To", ANA, "From", OURS, "Body", "adiós"));
        twilio.settle();
        checkRoutes(openApi, rest, messages, ".json", message.sid(), "Body", "");
        conforms(openApi, rest.delete(messages + "/" + message.sid() + ".json"));

        Answer call = conforms(openApi, rest.post(account + "/Calls.json", "To", ANA, "From", OURS, "Url", APP));
        twilio.phone(ANA).answers().says("uno dos").presses("#");
        twilio.settle();
        checkRoutes(openApi, rest, account + "/Calls", ".json", call.sid());
        Answer recording = conforms(openApi, rest.get(account + "/Calls/" + call.sid() + "/Recordings.json"));
        String recorded =
                recording.json().path("recordings").path(0).path("sid").asText();
        checkRoutes(openApi, rest, account + "/Recordings", ".json", recorded);
        conforms(openApi, rest.get(account + "/Calls/" + call.sid() + "/Recordings/" + recorded + ".json"));
        conforms(openApi, rest.delete(account + "/Calls/" + call.sid() + "/Recordings/" + recorded + ".json"));
        Answer other = rest.post(
                account + "/Calls.json",
                "To",
                ANA,
                "From",
                OURS,
                "Twiml",
                "<Response><Record action='" + APP + "'/></Response>");
        twilio.phone(ANA).answers().says("tres").presses("#");
        conforms(
                openApi,
                rest.delete(account + "/Recordings/"
                        + rest.get(account + "/Recordings.json")
                                .json()
                                .path("recordings")
                                .path(0)
                                .path("sid")
                                .asText() + ".json"));
        conforms(openApi, rest.post(account + "/Calls/" + other.sid() + ".json", "Status", "completed"));
        twilio.phone(ANA).callHistory().get(0).hangsUp();
        conforms(openApi, rest.delete(account + "/Calls/" + call.sid() + ".json"));

        Answer number =
                conforms(openApi, rest.post(account + "/IncomingPhoneNumbers.json", "PhoneNumber", "+15005550006"));
        checkRoutes(openApi, rest, account + "/IncomingPhoneNumbers", ".json", number.sid(), "SmsUrl", APP);
        conforms(openApi, rest.delete(account + "/IncomingPhoneNumbers/" + number.sid() + ".json"));

        conforms(openApi, rest.post(account + "/OutgoingCallerIds.json", "PhoneNumber", ANA));
        twilio.settle();
        String callerId = rest.get(account + "/OutgoingCallerIds.json")
                .json()
                .path("outgoing_caller_ids")
                .path(0)
                .path("sid")
                .asText();
        checkRoutes(openApi, rest, account + "/OutgoingCallerIds", ".json", callerId, "FriendlyName", "Ana");
        conforms(openApi, rest.delete(account + "/OutgoingCallerIds/" + callerId + ".json"));

        Answer application =
                conforms(openApi, rest.post(account + "/Applications.json", "FriendlyName", "one", "VoiceUrl", APP));
        checkRoutes(openApi, rest, account + "/Applications", ".json", application.sid(), "SmsUrl", APP);
        conforms(openApi, rest.delete(account + "/Applications/" + application.sid() + ".json"));

        for (String kind : new String[] {"/Keys", "/SigningKeys"}) {
            Answer key = conforms(openApi, rest.post(account + kind + ".json", "FriendlyName", "mine"));
            checkRoutes(openApi, rest, account + kind, ".json", key.sid(), "FriendlyName", "ours");
            conforms(openApi, rest.delete(account + kind + "/" + key.sid() + ".json"));
        }
        conforms(openApi, rest.post(account + "/Tokens.json"));

        assertThat(openApi.unseen())
                .as("unsupported: recording a call through the API")
                .containsExactly(
                        "POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings.json 200",
                        "POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings.json 201",
                        "POST /2010-04-01/Accounts/{AccountSid}/Calls/{CallSid}/Recordings/{Sid}.json 200");
    }

    @Test
    void the_conversations_api_conforms() {
        OpenApi openApi = new OpenApi("conversations-v1");
        Rest rest = new Rest(twilio, "conversations.twilio.com");
        Answer conversation = conforms(openApi, rest.post("/v1/Conversations", "UniqueName", "thread"));
        checkRoutes(openApi, rest, "/v1/Conversations", "", conversation.sid(), "State", "inactive");
        String thread = "/v1/Conversations/" + conversation.sid();
        conforms(openApi, rest.post(thread + "/Participants", "Identity", "agent"));
        Answer participant = conforms(
                openApi,
                rest.post(
                        thread + "/Participants",
                        "MessagingBinding.Address",
                        ANA,
                        "MessagingBinding.ProxyAddress",
                        OURS));
        checkRoutes(openApi, rest, thread + "/Participants", "", participant.sid(), "Attributes", "{\"a\":1}");
        Answer message = conforms(openApi, rest.post(thread + "/Messages", "Author", "agent", "Body", "hola"));
        checkRoutes(openApi, rest, thread + "/Messages", "", message.sid(), "Body", "¡hola!");
        Answer webhook = conforms(
                openApi,
                rest.post(
                        thread + "/Webhooks",
                        "Target",
                        "webhook",
                        "Configuration.Url",
                        APP,
                        "Configuration.Filters",
                        "onMessageAdded"));
        checkRoutes(openApi, rest, thread + "/Webhooks", "", webhook.sid(), "Configuration.Method", "GET");
        conforms(openApi, rest.delete(thread + "/Webhooks/" + webhook.sid()));
        conforms(openApi, rest.delete(thread + "/Messages/" + message.sid()));
        conforms(openApi, rest.delete(thread + "/Participants/" + participant.sid()));
        conforms(openApi, rest.delete(thread));

        assertThat(openApi.unseen()).isEmpty();
    }

    @Test
    void the_serverless_api_conforms() {
        OpenApi openApi = new OpenApi("serverless-v1");
        Rest rest = new Rest(twilio, "serverless.twilio.com");
        Rest uploads = new Rest(twilio, "serverless-upload.twilio.com");
        Answer created =
                conforms(openApi, rest.post("/v1/Services", "UniqueName", "greetings", "FriendlyName", "Greetings"));
        checkRoutes(openApi, rest, "/v1/Services", "", created.sid(), "UiEditable", "true");
        conforms(openApi, rest.get("/v1/Services/greetings"));
        String service = "/v1/Services/" + created.sid();
        Answer environment =
                conforms(openApi, rest.post(service + "/Environments", "UniqueName", "dev", "DomainSuffix", "dev"));
        checkRoutes(openApi, rest, service + "/Environments", "", environment.sid());
        String inDev = service + "/Environments/" + environment.sid();
        Answer variable = conforms(openApi, rest.post(inDev + "/Variables", "Key", "GREETING", "Value", "hola"));
        checkRoutes(openApi, rest, inDev + "/Variables", "", variable.sid(), "Value", "salut");
        conforms(openApi, rest.delete(inDev + "/Variables/" + variable.sid()));

        Answer function = conforms(openApi, rest.post(service + "/Functions", "FriendlyName", "/hello"));
        checkRoutes(openApi, rest, service + "/Functions", "", function.sid(), "FriendlyName", "hello");
        Answer asset = conforms(openApi, rest.post(service + "/Assets", "FriendlyName", "/a.txt"));
        checkRoutes(openApi, rest, service + "/Assets", "", asset.sid(), "FriendlyName", "a.txt");
        String functionVersions = service + "/Functions/" + function.sid() + "/Versions";
        String functionVersion = upload(uploads, functionVersions, "/hello", "exports.handler = 1;");
        checkRoutes(openApi, rest, functionVersions, "", functionVersion);
        Answer content = conforms(openApi, rest.get(functionVersions + "/" + functionVersion + "/Content"));
        assertThat(content.text("content")).isEqualTo("exports.handler = 1;");
        String assetVersions = service + "/Assets/" + asset.sid() + "/Versions";
        String assetVersion = upload(uploads, assetVersions, "/a.txt", "ñ");
        checkRoutes(openApi, rest, assetVersions, "", assetVersion);

        Answer build = conforms(
                openApi,
                rest.post(
                        service + "/Builds",
                        "FunctionVersions",
                        functionVersion,
                        "AssetVersions",
                        assetVersion,
                        "Dependencies",
                        "[{\"name\":\"lodash\",\"version\":\"4.17.21\"}]",
                        "Runtime",
                        "node22"));
        assertThat(build.text("status")).isEqualTo("building");
        conforms(openApi, rest.get(service + "/Builds/" + build.sid() + "/Status"));
        assertThat(rest.get(service + "/Builds/" + build.sid() + "/Status").text("status"))
                .isEqualTo("completed");
        checkRoutes(openApi, rest, service + "/Builds", "", build.sid());
        Answer deployment = conforms(openApi, rest.post(inDev + "/Deployments", "BuildSid", build.sid()));
        checkRoutes(openApi, rest, inDev + "/Deployments", "", deployment.sid());
        assertThat(twilio.serverless().live(environment.text("domain_name"))).containsOnlyKeys("/hello", "/a.txt");
        twilio.serverless().log(environment.sid(), function.sid(), "INFO", "hello");
        checkRoutes(
                openApi,
                rest,
                inDev + "/Logs",
                "",
                rest.get(inDev + "/Logs")
                        .json()
                        .path("logs")
                        .path(0)
                        .path("sid")
                        .asText());

        conforms(openApi, rest.delete(service + "/Builds/" + build.sid()));
        conforms(openApi, rest.delete(service + "/Assets/" + asset.sid()));
        conforms(openApi, rest.delete(service + "/Functions/" + function.sid()));
        conforms(openApi, rest.delete(inDev));
        conforms(openApi, rest.delete(service));

        assertThat(openApi.unseen()).isEmpty();
    }

    private static String upload(Rest uploads, String path, String file, String content) {
        String body = """
                --b\r
                Content-Disposition: form-data; name="Path"\r
                \r
                %s\r
                --b\r
                Content-Disposition: form-data; name="Visibility"\r
                \r
                public\r
                --b\r
                Content-Disposition: form-data; name="Content"; filename="x"\r
                Content-Type: text/plain\r
                \r
                %s\r
                --b--\r
                """.formatted(file, content);
        Answer answer = uploads.postBody(path, "multipart/form-data; boundary=b", body);
        assertThat(answer.status()).isEqualTo(201);
        return answer.sid();
    }
}
