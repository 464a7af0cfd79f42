package dev.parlance.spring;

import dev.parlance.survey.session.SurveyEvent;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of a bean that receives the events of surveys. Its one parameter is a {@link SurveyEvent}.
 *
 * <pre>{@code
 * @SurveyListener(SurveyEvent.Type.COMPLETED)
 * void thank(SurveyEvent event) {
 *     log.info("{} is complete", event.session());
 * }
 * }</pre>
 *
 * <p>Delivered at least once, in order per session; if the method throws, the event is delivered again.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface SurveyListener {
    /** The types of events. Default: all. */
    SurveyEvent.Type[] value() default {};

    /** The survey's name. Default: events of every survey. */
    String survey() default "";
}
