package dev.parlance.tools;

import dev.parlance.Address;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.store.DocumentStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Erases a person's data. */
@Command(
        name = "forget",
        description =
                "Erases a person's data in all surveys of a store, keeping only their opt-out. The application can keep"
                        + " running.",
        mixinStandardHelpOptions = true)
final class ForgetCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private PersonArgument person = new PersonArgument();

    @Mixin
    private StoreOption store = new StoreOption();

    @Override
    public Integer call() {
        Address address = person.address();
        try (DocumentStore sessions = store.open()) {
            if (!Surveys.forget(sessions, address)) {
                spec.commandLine().getErr().printf("The store has no data about %s.%n", address);
                return 1;
            }
        }
        spec.commandLine().getOut().printf("Erased the data of %s. An opt-out stays in the store.%n", address);
        return 0;
    }
}
