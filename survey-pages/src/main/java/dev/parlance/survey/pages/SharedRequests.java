package dev.parlance.survey.pages;

import dev.parlance.webhook.WebhookRequest;
import java.util.Optional;

/** Finds out which requests come by a shared link. */
record SharedRequests(String survey, Optional<ShareLinks> links) {
    boolean hasLink(WebhookRequest request) {
        return request.queryParameters().nonEmpty(ResultsRequest.LINK).isPresent();
    }

    Optional<ShareLinks.Shared> of(WebhookRequest request) {
        return request.queryParameters()
                .nonEmpty(ResultsRequest.LINK)
                .flatMap(token -> links.flatMap(each -> each.read(survey, token)));
    }
}
