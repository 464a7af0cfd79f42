package dev.parlance.spring.test;

import dev.parlance.spring.SurveysCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Rules {
    @Bean
    SurveysCustomizer oneContactPerDay() {
        return (name, surveys) -> surveys.maxContactsPerDay(1);
    }
}
