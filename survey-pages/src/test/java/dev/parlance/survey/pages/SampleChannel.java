package dev.parlance.survey.pages;

import dev.parlance.Address;
import dev.parlance.survey.Channel;
import dev.parlance.survey.Incoming;
import dev.parlance.survey.Rendering;
import dev.parlance.survey.machine.Utterance;
import dev.parlance.survey.question.Abilities;
import dev.parlance.survey.question.Coordinates;
import dev.parlance.survey.question.Input;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A written channel on which people can share a location, as {@code 19.4,-99.1}. */
record SampleChannel(String name) implements Channel {
    @Override
    public Abilities abilities(Address person) {
        return Abilities.written().withLocation();
    }

    @Override
    public Incoming read(WebhookRequest request) {
        Parameters form = request.formParameters();
        String body = form.required("Body");
        String[] place = body.split(",", -1);
        boolean isPlace = body.matches("-?\\d+\\.\\d+,-?\\d+\\.\\d+");
        Optional<Coordinates> coordinates = isPlace
                ? Optional.of(new Coordinates(Double.parseDouble(place[0]), Double.parseDouble(place[1])))
                : Optional.empty();
        Input input = new Input.Text(isPlace ? "" : body, List.of(), coordinates);
        return Incoming.Received.of(Address.of(form.required("From")), form.required("Id"), input);
    }

    @Override
    public String render(Rendering rendering) {
        return rendering.written().all().stream().map(Utterance::text).collect(Collectors.joining(" "));
    }

    @Override
    public WebhookResponse answer(String document) {
        return WebhookResponse.text(document);
    }

    @Override
    public boolean canContact(Address person) {
        return true;
    }

    @Override
    public void send(Rendering rendering) {}
}
