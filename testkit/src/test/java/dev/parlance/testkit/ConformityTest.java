package dev.parlance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.catalog.Catalog;
import dev.parlance.fake.twilio.catalog.Conformity;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Route;
import dev.parlance.testkit.Rest.Answer;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The responses of resources with behaviour have the documented fields and types, in each state. */
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

    private static Answer conforms(Answer answer) {
        Operation operation = Catalog.find(Route.of(answer.method(), answer.host(), answer.path()))
                .orElseThrow();
        assertThat(Conformity.problems(operation, answer.status(), answer.json()))
                .as("%s: %s", operation, answer.json())
                .isEmpty();
        return answer;
    }

    /** Lists, fetches and changes a resource. */
    private void checkRoutes(Rest rest, String path, String ending, String sid, String... change) {
        conforms(rest.get(path + ending));
        conforms(rest.get(path + "/" + sid + ending));
        if (change.length > 0) {
            conforms(rest.post(path + "/" + sid + ending, change));
        }
    }

    @Test
    void the_2010_api_conforms() {
        Rest rest = new Rest(twilio, "api.twilio.com");
        String account = rest.account();
        Answer sub = conforms(rest.post("/2010-04-01/Accounts.json", "FriendlyName", "branch"));
        checkRoutes(rest, "/2010-04-01/Accounts", ".json", sub.sid(), "Status", "suspended");

        Answer message = conforms(rest.post(
                account + "/Messages.json", "To", ANA, "From", OURS, "Body", "hola", "MediaUrl", APP + "/cat.png"));
        String messages = account + "/Messages";
        conforms(rest.post(messages + "/" + message.sid() + "/Feedback.json", "Outcome", "confirmed"));
        Answer media = conforms(rest.get(messages + "/" + message.sid() + "/Media.json"));
        String picture = messages + "/" + message.sid() + "/Media/"
                + media.json().path("media_list").path(0).path("sid").asText();
        conforms(rest.get(picture + ".json"));
        conforms(rest.delete(picture + ".json"));
        twilio.phone(ANA).losesReception();
        conforms(rest.post(account + "/Messages.json", "To", ANA, "From", OURS, "Body", "adiós"));
        twilio.settle();
        checkRoutes(rest, messages, ".json", message.sid(), "Body", "");
        conforms(rest.delete(messages + "/" + message.sid() + ".json"));

        Answer call = conforms(rest.post(account + "/Calls.json", "To", ANA, "From", OURS, "Url", APP));
        twilio.phone(ANA).answers().says("uno dos").presses("#");
        twilio.settle();
        checkRoutes(rest, account + "/Calls", ".json", call.sid());
        Answer recording = conforms(rest.get(account + "/Calls/" + call.sid() + "/Recordings.json"));
        String recorded =
                recording.json().path("recordings").path(0).path("sid").asText();
        checkRoutes(rest, account + "/Recordings", ".json", recorded);
        conforms(rest.get(account + "/Calls/" + call.sid() + "/Recordings/" + recorded + ".json"));
        conforms(rest.delete(account + "/Calls/" + call.sid() + "/Recordings/" + recorded + ".json"));
        Answer other = rest.post(
                account + "/Calls.json",
                "To",
                ANA,
                "From",
                OURS,
                "Twiml",
                "<Response><Record action='" + APP + "'/></Response>");
        twilio.phone(ANA).answers().says("tres").presses("#");
        conforms(rest.delete(account + "/Recordings/"
                + rest.get(account + "/Recordings.json")
                        .json()
                        .path("recordings")
                        .path(0)
                        .path("sid")
                        .asText() + ".json"));
        conforms(rest.post(account + "/Calls/" + other.sid() + ".json", "Status", "completed"));
        twilio.phone(ANA).callHistory().get(0).hangsUp();
        conforms(rest.delete(account + "/Calls/" + call.sid() + ".json"));

        Answer number = conforms(rest.post(account + "/IncomingPhoneNumbers.json", "PhoneNumber", "+15005550006"));
        checkRoutes(rest, account + "/IncomingPhoneNumbers", ".json", number.sid(), "SmsUrl", APP);
        conforms(rest.delete(account + "/IncomingPhoneNumbers/" + number.sid() + ".json"));

        conforms(rest.post(account + "/OutgoingCallerIds.json", "PhoneNumber", ANA));
        twilio.settle();
        String callerId = rest.get(account + "/OutgoingCallerIds.json")
                .json()
                .path("outgoing_caller_ids")
                .path(0)
                .path("sid")
                .asText();
        checkRoutes(rest, account + "/OutgoingCallerIds", ".json", callerId, "FriendlyName", "Ana");
        conforms(rest.delete(account + "/OutgoingCallerIds/" + callerId + ".json"));

        Answer application =
                conforms(rest.post(account + "/Applications.json", "FriendlyName", "one", "VoiceUrl", APP));
        checkRoutes(rest, account + "/Applications", ".json", application.sid(), "SmsUrl", APP);
        conforms(rest.delete(account + "/Applications/" + application.sid() + ".json"));

        for (String kind : new String[] {"/Keys", "/SigningKeys"}) {
            Answer key = conforms(rest.post(account + kind + ".json", "FriendlyName", "mine"));
            checkRoutes(rest, account + kind, ".json", key.sid(), "FriendlyName", "ours");
            conforms(rest.delete(account + kind + "/" + key.sid() + ".json"));
        }
        conforms(rest.post(account + "/Tokens.json"));
    }

    @Test
    void the_conversations_api_conforms() {
        Rest rest = new Rest(twilio, "conversations.twilio.com");
        Answer conversation = conforms(rest.post("/v1/Conversations", "UniqueName", "thread"));
        checkRoutes(rest, "/v1/Conversations", "", conversation.sid(), "State", "inactive");
        String thread = "/v1/Conversations/" + conversation.sid();
        conforms(rest.post(thread + "/Participants", "Identity", "agent"));
        Answer participant = conforms(rest.post(
                thread + "/Participants", "MessagingBinding.Address", ANA, "MessagingBinding.ProxyAddress", OURS));
        checkRoutes(rest, thread + "/Participants", "", participant.sid(), "Attributes", "{\"a\":1}");
        Answer message = conforms(rest.post(thread + "/Messages", "Author", "agent", "Body", "hola"));
        checkRoutes(rest, thread + "/Messages", "", message.sid(), "Body", "¡hola!");
        Answer webhook = conforms(rest.post(
                thread + "/Webhooks",
                "Target",
                "webhook",
                "Configuration.Url",
                APP,
                "Configuration.Filters",
                "onMessageAdded"));
        checkRoutes(rest, thread + "/Webhooks", "", webhook.sid(), "Configuration.Method", "GET");
        conforms(rest.delete(thread + "/Webhooks/" + webhook.sid()));
        conforms(rest.delete(thread + "/Messages/" + message.sid()));
        conforms(rest.delete(thread + "/Participants/" + participant.sid()));
        conforms(rest.delete(thread));
    }

    @Test
    void the_serverless_api_conforms() {
        Rest rest = new Rest(twilio, "serverless.twilio.com");
        Rest uploads = new Rest(twilio, "serverless-upload.twilio.com");
        Answer created = conforms(rest.post("/v1/Services", "UniqueName", "greetings", "FriendlyName", "Greetings"));
        checkRoutes(rest, "/v1/Services", "", created.sid(), "UiEditable", "true");
        conforms(rest.get("/v1/Services/greetings"));
        String service = "/v1/Services/" + created.sid();
        Answer environment = conforms(rest.post(service + "/Environments", "UniqueName", "dev", "DomainSuffix", "dev"));
        checkRoutes(rest, service + "/Environments", "", environment.sid());
        String inDev = service + "/Environments/" + environment.sid();
        Answer variable = conforms(rest.post(inDev + "/Variables", "Key", "GREETING", "Value", "hola"));
        checkRoutes(rest, inDev + "/Variables", "", variable.sid(), "Value", "salut");
        conforms(rest.delete(inDev + "/Variables/" + variable.sid()));

        Answer function = conforms(rest.post(service + "/Functions", "FriendlyName", "/hello"));
        checkRoutes(rest, service + "/Functions", "", function.sid(), "FriendlyName", "hello");
        Answer asset = conforms(rest.post(service + "/Assets", "FriendlyName", "/a.txt"));
        checkRoutes(rest, service + "/Assets", "", asset.sid(), "FriendlyName", "a.txt");
        String functionVersions = service + "/Functions/" + function.sid() + "/Versions";
        String functionVersion = upload(uploads, functionVersions, "/hello", "exports.handler = 1;");
        checkRoutes(rest, functionVersions, "", functionVersion);
        Answer content = conforms(rest.get(functionVersions + "/" + functionVersion + "/Content"));
        assertThat(content.text("content")).isEqualTo("exports.handler = 1;");
        String assetVersions = service + "/Assets/" + asset.sid() + "/Versions";
        String assetVersion = upload(uploads, assetVersions, "/a.txt", "ñ");
        checkRoutes(rest, assetVersions, "", assetVersion);

        Answer build = conforms(rest.post(
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
        conforms(rest.get(service + "/Builds/" + build.sid() + "/Status"));
        assertThat(rest.get(service + "/Builds/" + build.sid() + "/Status").text("status"))
                .isEqualTo("completed");
        checkRoutes(rest, service + "/Builds", "", build.sid());
        Answer deployment = conforms(rest.post(inDev + "/Deployments", "BuildSid", build.sid()));
        checkRoutes(rest, inDev + "/Deployments", "", deployment.sid());
        assertThat(twilio.serverless().live(environment.text("domain_name"))).containsOnlyKeys("/hello", "/a.txt");
        twilio.serverless().log(environment.sid(), function.sid(), "INFO", "hello");
        checkRoutes(
                rest,
                inDev + "/Logs",
                "",
                rest.get(inDev + "/Logs")
                        .json()
                        .path("logs")
                        .path(0)
                        .path("sid")
                        .asText());

        conforms(rest.delete(service + "/Builds/" + build.sid()));
        conforms(rest.delete(service + "/Assets/" + asset.sid()));
        conforms(rest.delete(service + "/Functions/" + function.sid()));
        conforms(rest.delete(inDev));
        conforms(rest.delete(service));
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
