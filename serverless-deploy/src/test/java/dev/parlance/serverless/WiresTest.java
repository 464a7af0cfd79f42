package dev.parlance.serverless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.account.AccountException;
import dev.parlance.account.Hook;
import dev.parlance.testkit.FakeTwilio;
import dev.parlance.testkit.fault.ApiFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class WiresTest {
    private static final Wire FIRST = Wire.parse("+15005550100:https://new.example/a", Hook.TEXTS);
    private static final Wire SECOND = Wire.parse("+15005550101:https://new.example/b", Hook.TEXTS);

    @RegisterExtension
    final FakeTwilio twilio = FakeTwilio.create();

    @TempDir
    private Path folder;

    private Pipeline pipeline;
    private Path file;
    private Wires wires;

    @BeforeEach
    void setUp() {
        pipeline = new Pipeline(twilio, folder);
        file = folder.resolve(Wires.FILE);
        wires = Wires.of(pipeline.account(), file);
        twilio.number("+15005550100").texts("https://old.example/a");
        twilio.number("+15005550101").texts("https://old.example/b");
    }

    @AfterEach
    void tearDown() {
        pipeline.close();
    }

    private List<String> asked() {
        return wires.look(List.of(FIRST, SECOND)).stream()
                .map(wired -> wired.asked())
                .toList();
    }

    @Test
    void undo_reverts_the_last_change_first() {
        wires.point(List.of(FIRST), Optional.empty());
        wires.point(List.of(FIRST, SECOND), Optional.empty());
        assertThat(asked()).containsExactly("POST https://new.example/a", "POST https://new.example/b");

        wires.undo();
        assertThat(asked()).containsExactly("POST https://new.example/a", "POST https://old.example/b");
        wires.undo();
        assertThat(asked()).containsExactly("POST https://old.example/a", "POST https://old.example/b");
    }

    @Test
    void previous_webhooks_are_saved_even_if_a_change_fails() {
        twilio.next("POST *IncomingPhoneNumbers/*", ApiFault.slow(Duration.ZERO));
        twilio.next("POST *IncomingPhoneNumbers/*", ApiFault.error(400, 21402, "Invalid URL"));

        assertThatThrownBy(() -> wires.point(List.of(FIRST, SECOND), Optional.empty()))
                .isInstanceOf(AccountException.class);
        assertThat(asked()).containsExactly("POST https://new.example/a", "POST https://old.example/b");

        wires.undo();
        assertThat(asked()).containsExactly("POST https://old.example/a", "POST https://old.example/b");
    }

    @Test
    void an_unreadable_file_is_left_unchanged() throws IOException {
        Files.writeString(file, "{");

        assertThatThrownBy(() -> wires.point(List.of(FIRST), Optional.empty()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Repair it");
        assertThat(file).hasContent("{");
        assertThat(asked()).contains("POST https://old.example/a");
    }

    @Test
    void a_path_needs_an_environment() {
        Wire path = Wire.parse("+15005550100:/hello", Hook.TEXTS);

        assertThatThrownBy(() -> wires.point(List.of(path), Optional.empty())).hasMessageContaining("/hello is a path");
    }
}
