package dev.parlance.survey.pages;

import dev.parlance.survey.analysis.ResultFilter;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a request wants to see: the filter, which for a shared link has the link's own fields.
 *
 * @param shared the link's rights; empty for somebody who has logged in
 */
record ResultsRequest(WebhookRequest request, Optional<ShareLinks.Shared> shared, ResultFilter filter) {
    static final String LINK = "link";

    /** The parameters that are not part of the filter. */
    private static final Set<String> OWN = Set.of(
            LINK, "unit", "width", "wide", "theme", "question", "by", "search", "offset", "limit", "rows", "columns");

    static ResultsRequest of(WebhookRequest request, Optional<ShareLinks.Shared> shared) {
        Parameters locked = shared.map(each -> parameters(each.filter())).orElse(Parameters.none());
        Set<String> lockedNames = new LinkedHashSet<>(locked.names());
        List<String> all = new ArrayList<>();
        locked.entries().forEach(each -> add(all, each));
        request.queryParameters().entries().stream()
                .filter(each -> !OWN.contains(each.name()) && !lockedNames.contains(each.name()))
                .forEach(each -> add(all, each));
        return new ResultsRequest(request, shared, ResultFilter.ofQuery(Parameters.of(all.toArray(String[]::new))));
    }

    private static void add(List<String> all, Parameters.Parameter parameter) {
        all.add(parameter.name());
        all.add(parameter.value());
    }

    /** The parameters of a query. */
    static Parameters parameters(String query) {
        return WebhookRequest.get("https://localhost/?" + query).queryParameters();
    }

    boolean canRead() {
        return shared.map(ShareLinks.Shared::withTexts).orElse(true);
    }

    Optional<String> find(String name) {
        return request.queryParameters().nonEmpty(name);
    }

    String get(String name) {
        return find(name).orElse("");
    }

    /** A number from 0 to a limit; what is no number counts as not given. */
    int number(String name, int otherwise, int most) {
        return find(name)
                .filter(text -> text.matches("\\d{1,7}"))
                .map(text -> Math.min(most, Integer.parseInt(text)))
                .orElse(otherwise);
    }
}
