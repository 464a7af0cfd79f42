package dev.parlance.spring.autoconfigure;

import dev.parlance.observation.Observations;
import dev.parlance.spring.SurveyListener;
import dev.parlance.survey.session.SurveyEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Collects the methods with {@link SurveyListener} and passes events to them. */
final class SurveyListeners implements BeanPostProcessor {
    private final List<Listening> listening = new CopyOnWriteArrayList<>();

    private record Listening(Object bean, Method method, Set<SurveyEvent.Type> types, String survey) {
        boolean wants(String surveyName, SurveyEvent event) {
            return types.contains(event.type()) && (survey.isEmpty() || survey.equals(surveyName));
        }

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

    private void add(Object bean, Method found, SurveyListener wanted) {
        Method method = AopUtils.selectInvocableMethod(found, bean.getClass());
        if (method.getParameterCount() != 1 || method.getParameterTypes()[0] != SurveyEvent.class) {
            throw new IllegalStateException(
                    "A method with @SurveyListener has one parameter, a SurveyEvent: " + method + " has others");
        }
        method.setAccessible(true);
        Set<SurveyEvent.Type> types = wanted.value().length == 0
                ? EnumSet.allOf(SurveyEvent.Type.class)
                : EnumSet.copyOf(List.of(wanted.value()));
        listening.add(new Listening(bean, method, types, wanted.survey()));
    }

    /** Passes the events of a survey to the methods that want them. */
    Consumer<SurveyEvent> of(String survey, Observations observations) {
        return event -> listening.stream()
                .filter(one -> one.wants(survey, event))
                .forEach(one -> observations.listener(one::call).accept(event));
    }
}
