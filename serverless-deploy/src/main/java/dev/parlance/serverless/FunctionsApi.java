package dev.parlance.serverless;

import dev.parlance.account.TwilioAccount;

/**
 * Twilio's API for Functions and Assets in this package's types. Only its parts use the Twilio SDK. Each part creates a
 * resource once, no matter how often a request fails.
 */
record FunctionsApi(
        ServicesApi services,
        EnvironmentsApi environments,
        VariablesApi variables,
        FilesApi files,
        BuildsApi builds,
        LogsApi logs) {

    static FunctionsApi of(TwilioAccount account, Pause pause) {
        Requests requests = new Requests(account, new Attempts(pause));
        return new FunctionsApi(
                new ServicesApi(requests),
                new EnvironmentsApi(requests),
                new VariablesApi(requests),
                new FilesApi(requests),
                new BuildsApi(requests),
                new LogsApi(requests));
    }
}
