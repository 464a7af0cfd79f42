package dev.parlance.tools;

import dev.parlance.account.AccountFile;
import dev.parlance.account.TwilioAccount;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The account on Twilio that a command uses. */
final class AccountOption {
    @Option(
            names = "--env",
            paramLabel = "FILE",
            defaultValue = ".env",
            description =
                    "File with TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN; the environment comes first. Default: ${DEFAULT-VALUE}.")
    private Path file = Path.of(".env");

    /** Opens the account. To use a fake instead of Twilio, set TWILIO_BASE_URL. */
    TwilioAccount open() {
        return AccountFile.open(file);
    }
}
