package dev.parlance.spring.autoconfigure;

import dev.parlance.observation.Observations;
import dev.parlance.spring.SurveyListener;
import dev.parlance.survey.EventSink;
import dev.parlance.survey.session.SurveyEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Collects the methods with {@link SurveyListener} and passes events to them. */
final class SurveyListeners implements BeanPostProcessor {
    private final List<Listening> listening = new ArrayList<>();
    private final List<Audience> audiences = new ArrayList<>();

    private record Listening(Object bean, Method method, Set<SurveyEvent.Type> types, String survey) {
        void call(SurveyEvent event) {
            try {
                method.invoke(bean, event);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(method + " failed", e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(method + " can't be called", e);
            }
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        Map<Method, SurveyListener> methods = MethodIntrospector.selectMethods(
                AopUtils.getTargetClass(bean), (MethodIntrospector.MetadataLookup<SurveyListener>)
                        method -> AnnotatedElementUtils.findMergedAnnotation(method, SurveyListener.class));
        methods.forEach((method, wanted) -> add(bean, method, wanted));
        return bean;
    }

    private synchronized void add(Object bean, Method found, SurveyListener wanted) {
        Method method = AopUtils.selectInvocableMethod(found, bean.getClass());
        if (method.getParameterCount() != 1 || method.getParameterTypes()[0] != SurveyEvent.class) {
            throw new IllegalStateException(
                    "A method with @SurveyListener has one parameter, a SurveyEvent: " + method + " has others");
        }
        method.setAccessible(true);
        Set<SurveyEvent.Type> types = wanted.value().length == 0
                ? EnumSet.allOf(SurveyEvent.Type.class)
                : EnumSet.copyOf(List.of(wanted.value()));
        Listening one = new Listening(bean, method, types, wanted.survey());
        listening.add(one);
        audiences.forEach(audience -> audience.add(one));
    }

    /** Passes the events of a survey to the methods that want them. A method that fails doesn't hold up the others. */
    synchronized EventSink of(String survey, Observations observations) {
        Audience audience = new Audience(survey, observations, new CopyOnWriteArrayList<>());
        listening.forEach(audience::add);
        audiences.add(audience);
        return EventSink.toEach(audience.sinks());
    }

    /** The methods that listen to one survey. Those of beans that are created later than the survey join in. */
    private record Audience(String survey, Observations observations, List<EventSink> sinks) {
        void add(Listening one) {
            if (one.survey().isEmpty() || one.survey().equals(survey)) {
                sinks.add(EventSink.ofListener(one.types(), observations.listener(one::call)));
            }
        }
    }
}
