package com.example.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.outbound.TextSender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class MissingAccountTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        Application(TextSender texts) {
            throw new IllegalStateException("There is an account: " + texts);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class ThirdAccount {
        ThirdAccount(@Qualifier("third") TextSender texts) {
            throw new IllegalStateException("There is a third account: " + texts);
        }
    }

    @Test
    void a_bean_that_needs_an_account_that_is_not_configured_gets_the_names_of_the_others(CapturedOutput output) {
        String sid = "AC" + "0".repeat(32);
        String token = "0".repeat(32);

        assertThatThrownBy(() -> new SpringApplicationBuilder(ThirdAccount.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--parlance.twilio.account-sid=" + sid,
                                "--parlance.twilio.auth-token=" + token,
                                "--parlance.accounts.sales.account-sid=" + sid,
                                "--parlance.accounts.sales.auth-token=" + token))
                .isNotNull();

        assertThat(output)
                .contains(
                        "None of the Twilio accounts [twilioAccount, sales] is the required one",
                        "third",
                        "set parlance.accounts.NAME.account-sid")
                .doesNotContain(token);
    }

    @Test
    void a_bean_that_needs_an_account_gets_the_names_of_its_properties(CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(Application.class)
                        .web(WebApplicationType.NONE)
                        .run())
                .isNotNull();

        assertThat(output)
                .contains("There is no Twilio account, so there is no TextSender.", "Set parlance.twilio.account-sid");
    }
}
