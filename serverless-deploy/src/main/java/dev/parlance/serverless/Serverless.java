package dev.parlance.serverless;

import dev.parlance.account.TwilioAccount;
import java.util.List;

/**
 * The deployed services of an account, with their environments, builds and logs.
 *
 * <pre>{@code
 * DeployedEnvironment production = Serverless.on(account).service("greetings").environment("production");
 * production.rollBack();
 * production.logs(LogQuery.last(50)).forEach(System.out::println);
 * }</pre>
 */
public final class Serverless {
    private final TwilioAccount account;
    private final FunctionsApi api;
    private final Pause pause;

    private Serverless(TwilioAccount account, Pause pause) {
        this.account = account;
        this.api = FunctionsApi.of(account, pause);
        this.pause = pause;
    }

    /** Manages the services of this account. */
    public static Serverless on(TwilioAccount account) {
        return new Serverless(account, Pause.REAL);
    }

    static Serverless on(TwilioAccount account, Pause pause) {
        return new Serverless(account, pause);
    }

    /** The services of the account. */
    public List<Service> services() {
        return api.services().all();
    }

    /**
     * Returns a service by its unique name or SID.
     *
     * @throws DeployException if it does not exist
     */
    public DeployedService service(String name) {
        Service service = api.services()
                .find(name)
                .orElseThrow(() -> new DeployException(
                        "The account has no service " + name + ". List the services, or deploy to it first"));
        return new DeployedService(service, api, new Fingerprints(account, api, pause), pause);
    }
}
