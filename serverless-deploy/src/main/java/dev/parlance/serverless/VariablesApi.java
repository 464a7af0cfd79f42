package dev.parlance.serverless;

import static java.util.Objects.requireNonNull;

import com.twilio.rest.serverless.v1.service.environment.Variable;
import java.util.List;

/** Twilio's API for the variables of an environment. */
record VariablesApi(Requests requests) {
    /** A variable of an environment. */
    record Setting(String sid, String key, String value) {}

    List<Setting> all(Environment environment) {
        return requests.list("the variables", Variable.reader(environment.service(), environment.sid())).stream()
                .map(VariablesApi::setting)
                .toList();
    }

    private static Setting setting(Variable variable) {
        return new Setting(
                requireNonNull(variable.getSid()),
                requireNonNull(variable.getKey()),
                String.valueOf(variable.getValue()));
    }

    void create(Environment environment, String key, String value) {
        Setting created = requests.attempts()
                .create(
                        () -> requests.change(
                                "a new variable",
                                client -> setting(Variable.creator(environment.service(), environment.sid(), key, value)
                                        .create(client))),
                        () -> all(environment).stream()
                                .filter(setting -> setting.key().equals(key))
                                .findFirst());
        if (!created.value().equals(value)) {
            change(environment, created, value);
        }
    }

    void change(Environment environment, Setting setting, String value) {
        requests.attempts()
                .repeat(() -> requests.change(
                        "a variable",
                        client -> setting(Variable.updater(environment.service(), environment.sid(), setting.sid())
                                .setValue(value)
                                .update(client))));
    }

    void remove(Environment environment, Setting setting) {
        requests.remove(() -> requests.change(
                "the removal of a variable",
                client -> Variable.deleter(environment.service(), environment.sid(), setting.sid())
                        .delete(client)));
    }
}
