package dev.parlance.examples.survey;

import dev.parlance.account.browser.DialPlan;
import dev.parlance.security.LoginLimit;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.survey.CallerAuth;
import dev.parlance.survey.Campaign;
import dev.parlance.survey.RestartSurveyHandler;
import dev.parlance.survey.StartSurveyHandler;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.pages.ResultsPages;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import java.util.List;

/** All routes of the application. */
final class Routes {
    private static final int STARTS_PER_MINUTE = 60;

    /** The call routes of Twilio's SAM template. Here, each handles the whole call. */
    private static final List<String> TEMPLATE_CALL_PATHS =
            List.of("/voice/initial-message", "/voice/switch-language", "/voice/begin-survey", "/voice/question");

    private final Surveys surveys;
    private final SignedWebhooks signedWebhooks;
    private final Visitors visitors;
    private final DialPlan dialPlan;
    private final LoginLimit logins;
    private final Health health;
    private final Metrics metrics;
    private final WebChat chat;
    private final Pages pages;
    private final ResultsPages results;

    Routes(
            Surveys surveys,
            SignedWebhooks signedWebhooks,
            Visitors visitors,
            DialPlan dialPlan,
            LoginLimit logins,
            Health health,
            Metrics metrics,
            WebChat chat,
            Pages pages,
            ResultsPages results) {
        this.surveys = surveys;
        this.signedWebhooks = signedWebhooks;
        this.visitors = visitors;
        this.dialPlan = dialPlan;
        this.logins = logins;
        this.health = health;
        this.metrics = metrics;
        this.chat = chat;
        this.pages = pages;
        this.results = results;
    }

    Router router() {
        WebhookHandler texts = metrics.timed("texts", signedWebhooks.handler(surveys.textWebhook()));
        // The template also allows GET for calls, which Twilio signs like a POST.
        SignedWebhooks calling = signedWebhooks.withMethods("GET", "POST");
        WebhookHandler calls = metrics.timed("calls", calling.handler(surveys.voiceWebhook()));
        Answers answers = new Answers(surveys.results());
        CampaignsPage campaigns = new CampaignsPage(surveys.campaigns(), dialPlan::allows);
        CallerAuth starters = visitors.starters();
        Router router = Router.create()
                // texts and calls from respondents
                .post("/sms", texts)
                .post("/voice", calls)
                .post("/whatsapp", metrics.timed("whatsapp", signedWebhooks.handler(surveys.webhook("whatsapp"))))
                // recordings and pictures, which Twilio fetches without a signature
                .get("/media/{file}", surveys.mediaHandler())
                // contacting people
                .post(
                        "/sms/initiate-sms",
                        StartSurveyHandler.byText(surveys, starters, STARTS_PER_MINUTE)
                                .withAllowed(dialPlan::allows))
                .post(
                        "/voice/initiate-call",
                        StartSurveyHandler.byCall(surveys, starters, STARTS_PER_MINUTE)
                                .withAllowed(dialPlan::allows))
                .post("/restart", RestartSurveyHandler.of(surveys, starters, STARTS_PER_MINUTE))
                // the web chat, opened with a link
                .get("/chat", request -> pages.page("chat.html"))
                .post("/chat/turns", surveys.webhook(WebChat.NAME))
                .post("/chat/events", chat::events)
                .post("/chat/links", chat.links(starters))
                // results of one person; the page is added below
                .post("/results/login", logins.wrap(visitors::login))
                .get("/survey-results/{file}", visitors.only(request -> answers.document(request.pathVariable("file"))))
                // campaigns
                .get("/campaigns", visitors.orLogin(request -> pages.page("campaigns.html")))
                .get("/campaigns/data", visitors.only(request -> campaigns.data()))
                .get("/campaigns/{name}/people.csv", visitors.only(campaigns::people))
                .post("/campaigns", visitors.ownPage(campaigns::create))
                .post(
                        "/campaigns/{name}/start",
                        visitors.ownPage(request -> campaigns.change(request, Campaign::start)))
                .post(
                        "/campaigns/{name}/pause",
                        visitors.ownPage(request -> campaigns.change(request, Campaign::pause)))
                .post("/campaigns/{name}/stop", visitors.ownPage(request -> campaigns.change(request, Campaign::stop)))
                // monitoring
                .get("/health", health)
                .get("/metrics", visitors.only(request -> metrics.scrape()));
        router.post("/sms/webhook", texts);
        TEMPLATE_CALL_PATHS.forEach(path -> router.get(path, calls).post(path, calls));
        pages.addFilesTo(router);
        results.addTo(router, "/results/", visitors::orLogin);
        return router;
    }
}
