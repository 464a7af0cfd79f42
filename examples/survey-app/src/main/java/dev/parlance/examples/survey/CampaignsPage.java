package dev.parlance.examples.survey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.Problem;
import dev.parlance.survey.Campaign;
import dev.parlance.survey.CampaignProgress;
import dev.parlance.survey.Campaigns;
import dev.parlance.survey.Pace;
import dev.parlance.survey.RecipientReport;
import dev.parlance.survey.RecipientsCsv;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The data and the actions of the campaigns page. */
final class CampaignsPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Campaigns campaigns;
    private final Predicate<Address> allowed;

    CampaignsPage(Campaigns campaigns, Predicate<Address> allowed) {
        this.campaigns = campaigns;
        this.allowed = allowed;
    }

    WebhookResponse data() {
        ArrayNode list = JSON.createArrayNode();
        campaigns.list().forEach(campaign -> list.add(json(campaign)));
        return Answers.confidential(WebhookResponse.json(list.toString()));
    }

    private static ObjectNode json(Campaign campaign) {
        CampaignProgress progress = campaign.progress();
        ObjectNode json = JSON.createObjectNode()
                .put("name", campaign.name())
                .put("channel", campaign.channel())
                .put("state", campaign.state().name())
                .put("created", campaign.created().toString())
                .put("perSecond", campaign.pace().perSecond())
                .put("total", progress.total())
                .put("done", progress.done())
                .put("waiting", progress.waiting());
        campaign.pauseReason().ifPresent(reason -> json.put("pauseReason", reason));
        progress.limitedUntil().ifPresent(until -> json.put("limitedUntil", until.toString()));
        progress.end().ifPresent(end -> json.put("end", end.toString()));
        ObjectNode counts = json.putObject("counts");
        progress.counts().forEach((outcome, count) -> counts.put(outcome.name(), count));
        ArrayNode problems = json.putArray("problems");
        campaign.problems().stream().map(Problem::toString).forEach(problems::add);
        return json;
    }

    /** Creates a draft from the CSV in the body, with {@code name}, {@code channel} and {@code perSecond} in the query. */
    WebhookResponse create(WebhookRequest request) {
        try {
            Parameters query = request.queryParameters();
            Campaign campaign = campaigns.create(
                    query.first("name").orElse(""), query.first("channel").orElse(""), pace(query));
            RecipientReport report = campaign.add(
                    RecipientsCsv.text("people.csv", request.bodyText()).withAllowed(allowed));
            return WebhookResponse.json(JSON.createObjectNode()
                            .put("added", report.added())
                            .put("rejected", report.rejected())
                            .toString())
                    .withStatus(201);
        } catch (SurveyException | IllegalArgumentException e) {
            return refused(400, String.valueOf(e.getMessage()));
        }
    }

    private static Pace pace(Parameters query) {
        return Pace.perSecond(query.nonEmpty("perSecond").map(Double::valueOf).orElse(10.0));
    }

    WebhookResponse change(WebhookRequest request, Function<Campaign, Campaign> action) {
        Optional<Campaign> campaign = campaigns.find(request.pathVariable("name"));
        if (campaign.isEmpty()) {
            return refused(404, "There is no such campaign.");
        }
        try {
            return WebhookResponse.json(json(action.apply(campaign.get())).toString());
        } catch (SurveyException e) {
            return refused(409, String.valueOf(e.getMessage()));
        }
    }

    WebhookResponse people(WebhookRequest request) {
        return campaigns
                .find(request.pathVariable("name"))
                .map(campaign -> Answers.download(
                        WebhookResponse.streamed("text/csv; charset=utf-8", campaign::csv), campaign.name() + ".csv"))
                .orElseGet(() -> refused(404, "There is no such campaign."));
    }

    private static WebhookResponse refused(int status, String error) {
        return WebhookResponse.json(JSON.createObjectNode().put("error", error).toString())
                .withStatus(status);
    }
}
