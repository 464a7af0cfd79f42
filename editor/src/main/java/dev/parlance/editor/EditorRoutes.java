package dev.parlance.editor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.survey.definition.Survey;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the page can ask for. */
final class EditorRoutes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SurveyFiles files;
    private final OpenPages pages;
    private final double segmentPrice;

    EditorRoutes(SurveyFiles files, OpenPages pages, double segmentPrice) {
        this.files = files;
        this.pages = pages;
        this.segmentPrice = segmentPrice;
    }

    void addTo(Router router, String folder) {
        router.get(folder + "schema", request -> WebhookResponse.json(Survey.schema()));
        router.post(folder + "open", answering(this::open));
        router.post(folder + "close", answering(this::close));
        page(router, folder + "change", (page, fields) -> page.change(fields.path("change"), text(fields, "typing")));
        page(router, folder + "undo", (page, fields) -> page.undo());
        page(router, folder + "redo", (page, fields) -> page.redo());
        page(router, folder + "raw", (page, fields) -> Map.of("text", page.raw(required(fields, "place"))));
        page(router, folder + "check", (page, fields) -> page.check().findings());
        page(router, folder + "unsaved", (page, fields) -> page.unsaved());
        page(router, folder + "save", EditorRoutes::save);
        page(router, folder + "news", this::news);
        page(router, folder + "disk", (page, fields) -> page.onDisk(required(fields, "file")));
        page(
                router,
                folder + "take",
                (page, fields) ->
                        page.takeOver(required(fields, "file"), text(fields, "onDisk"), text(fields, "text")));
        page(router, folder + "phone", EditorRoutes::phone);
    }

    private Object open(JsonNode fields) {
        String id = pages.open();
        return Map.of(
                "page", id,
                "folder", files.folder().toAbsolutePath().normalize().toString(),
                "definition", files.definition(),
                "isTemplate", files.isTemplate(),
                "segmentPrice", segmentPrice,
                "others", pages.others(id),
                "view", pages.find(id).view());
    }

    private Object close(JsonNode fields) {
        pages.close(required(fields, "page"));
        return Map.of();
    }

    private Object news(EditedPage page, JsonNode fields) {
        return Map.of("others", pages.others(required(fields, "page")), "disk", page.changedOnDisk());
    }

    private static Object save(EditedPage page, JsonNode fields) {
        page.save();
        return page.view();
    }

    private static Object phone(EditedPage page, JsonNode fields) {
        List<String> said = new ArrayList<>();
        fields.path("said").forEach(line -> said.add(line.asText()));
        return page.check()
                .survey()
                .<Object>map(survey ->
                        PhoneView.of(survey, fields.path("isCall").asBoolean(), text(fields, "language"), said))
                .orElseGet(() -> Map.of("problem", true));
    }

    private void page(Router router, String path, BiFunction<EditedPage, JsonNode, Object> action) {
        router.post(path, answering(fields -> action.apply(pages.find(required(fields, "page")), fields)));
    }

    private interface Action {
        Object answer(JsonNode fields);
    }

    /** What can't be done is a 409, with a message for the person at the page. */
    private static WebhookHandler answering(Action action) {
        return request -> {
            try {
                return json(action.answer(fields(request)));
            } catch (EditException | ConflictException e) {
                return WebhookResponse.text(String.valueOf(e.getMessage())).withStatus(409);
            }
        };
    }

    private static JsonNode fields(WebhookRequest request) {
        try {
            return JSON.readTree(request.bodyText());
        } catch (JsonProcessingException e) {
            throw new EditException("The body is not JSON.", e);
        }
    }

    private static WebhookResponse json(Object answer) {
        try {
            return WebhookResponse.json(JSON.writeValueAsString(answer)).withHeader("Cache-Control", "no-store");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answer can't be written as JSON", e);
        }
    }

    private static String required(JsonNode fields, String name) {
        String text = text(fields, name);
        if (text == null) {
            throw new EditException("The field \"" + name + "\" is missing.");
        }
        return text;
    }

    private static @Nullable String text(JsonNode fields, String name) {
        return fields.path(name).isTextual() ? fields.path(name).asText() : null;
    }
}
