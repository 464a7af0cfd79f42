package dev.parlance.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.TestPropertySource;

/**
 * A test of the part of an application that talks to people: a real server on a random port, the fake in Twilio's place, and
 * phones as parameters. It needs no account, database or network.
 *
 * <pre>{@code
 * @ParlanceTest
 * class DeskTest {
 *     @Test
 *     void a_text_gets_a_reply(FakePhone ana) {
 *         ana.texts("hello").receives("You said: hello");
 *     }
 * }
 * }</pre>
 *
 * <p>The application consists of
 *
 * <ul>
 *   <li>controllers, filters and what else configures the web, with Spring Security if the application has it;
 *   <li>the surveys, with their data in memory;
 *   <li>components with a {@code @SurveyListener} method, and components that implement an interface of Parlance, such as {@code
 *       SurveysCustomizer}, {@code EventSink} or {@code PublicUrl};
 *   <li>{@code @Configuration} classes with at least one bean of these types, or a {@code WebhookEndpoint};
 *   <li>{@code @ConfigurationProperties}.
 * </ul>
 *
 * <p>Other components are left out: add them with {@code @Import}, or replace them with {@code @MockitoBean}. For the whole
 * application, use {@code @SpringBootTest} with {@link AutoConfigureFakeTwilio}, which says what both annotations do.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureFakeTwilio
@OverrideAutoConfiguration(enabled = false)
@ImportAutoConfiguration
@TypeExcludeFilters(SliceFilter.class)
@TestPropertySource(properties = "parlance.surveys.in-memory=true")
public @interface ParlanceTest {
    /** Properties of this test, such as {@code "parlance.surveys.location=classpath:surveys-for-tests/"}. */
    @AliasFor(annotation = SpringBootTest.class)
    String[] properties() default {};
}
