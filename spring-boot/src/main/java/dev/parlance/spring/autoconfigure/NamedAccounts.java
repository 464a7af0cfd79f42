package dev.parlance.spring.autoconfigure;

import dev.parlance.account.TwilioAccount;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Registers a bean for each account of {@code parlance.accounts}, with the account's name. */
final class NamedAccounts implements ImportBeanDefinitionRegistrar {
    private final Map<String, ParlanceProperties.Twilio> accounts;
    private final BeanFactory beans;

    NamedAccounts(Environment environment, BeanFactory beans) {
        this.accounts = read(environment);
        this.beans = beans;
    }

    static Map<String, ParlanceProperties.Twilio> read(Environment environment) {
        return Binder.get(environment)
                .bind("parlance.accounts", Bindable.mapOf(String.class, ParlanceProperties.Twilio.class))
                .orElseGet(Map::of);
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        accounts.forEach((name, properties) -> registry.registerBeanDefinition(
                name,
                BeanDefinitionBuilder.genericBeanDefinition(
                                TwilioAccount.class,
                                () -> beans.getBean(Accounts.class).open(AccountProperties.named(name, properties)))
                        .setDestroyMethodName("close")
                        .getBeanDefinition()));
    }
}
