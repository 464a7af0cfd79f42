package dev.parlance.serverless;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** Twilio's API for services. */
record ServicesApi(Requests requests) {
    List<Service> all() {
        return requests.list("the services", com.twilio.rest.serverless.v1.Service.reader()).stream()
                .map(ServicesApi::service)
                .toList();
    }

    Optional<Service> find(String name) {
        return requests.find(() -> requests.read(
                "a service",
                client -> service(
                        com.twilio.rest.serverless.v1.Service.fetcher(name).fetch(client))));
    }

    Service create(String name) {
        var request = com.twilio.rest.serverless.v1.Service.creator(name, name)
                .setIncludeCredentials(true)
                .setUiEditable(false);
        return requests.attempts()
                .create(
                        () -> requests.change("a new service", client -> service(request.create(client))),
                        () -> find(name));
    }

    void remove(Service service) {
        requests.remove(() -> requests.change(
                "the removal of a service",
                client -> com.twilio.rest.serverless.v1.Service.deleter(service.sid())
                        .delete(client)));
    }

    private static Service service(com.twilio.rest.serverless.v1.Service service) {
        return new Service(
                requireNonNull(service.getSid()),
                requireNonNull(service.getUniqueName()),
                String.valueOf(service.getDomainBase()));
    }
}
