package dev.parlance.survey.analysis;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import java.util.HashMap;
import java.util.Map;

/** A survey with every form of answers, in a current and an older revision. */
final class EveryForm {
    static final Survey CURRENT = survey("""
            {"id":"agree","kind":"yesNo"},
            {"id":"arm","kind":"assign","arms":["short","long"]},
            {"id":"taste","kind":"rating","least":1,"most":5,"optional":true},
            {"id":"recommend","kind":"nps","when":{"answer":"agree","is":"yes"}},
            {"id":"drink","kind":"choice","options":["tea","coffee",{"id":"dontknow","refusal":true},{"id":"other","specify":true}]},
            {"id":"tried","kind":"choices","options":["tea","coffee","juice"]},
            {"id":"order","kind":"ranking","options":["tea","coffee","juice"]},
            {"id":"budget","kind":"shares","options":["tea","coffee"]},
            {"id":"amount","kind":"number","least":0,"most":100000,"decimals":2},
            {"id":"day","kind":"date"},
            {"id":"stay","kind":"dateRange"},
            {"id":"moved","kind":"month"},
            {"id":"born","kind":"year"},
            {"id":"at","kind":"time"},
            {"id":"place","kind":"location"},
            {"group":"each","repeat":{"times":2},"questions":[
              {"id":"fresh","kind":"yesNo"},{"id":"stars","kind":"rating","least":1,"most":3}]},
            {"group":"any","order":"random","questions":[
              {"id":"first","kind":"yesNo"},{"id":"second","kind":"yesNo"}]},
            {"id":"bus","kind":"matrix","least":1,"most":3,"items":["onTime","clean"]},
            {"id":"score","kind":"compute","sum":["taste","recommend"]},
            {"id":"why","kind":"text"}
            """);

    /** Has a question that the current revision does not have, and lacks some. */
    static final Survey OLDER = survey("""
            {"id":"agree","kind":"yesNo"},
            {"id":"taste","kind":"rating","least":1,"most":10},
            {"id":"old","kind":"choice","options":["tea","coffee"]},
            {"id":"recommend","kind":"nps"},
            {"id":"drink","kind":"choice","options":["tea","water"]},
            {"id":"why","kind":"text"}
            """);

    private EveryForm() {}

    static Survey survey(String questions) {
        Map<String, String> prompts = new HashMap<>();
        for (String key :
                ("agree arm taste recommend drink tried order budget amount day stay moved born at place fresh stars"
                                + " first second bus bus.onTime bus.clean why old drink.tea drink.coffee drink.dontknow drink.other"
                                + " drink.other.specify"
                                + " drink.water old.tea old.coffee tried.tea tried.coffee tried.juice order.tea order.coffee"
                                + " order.juice budget.tea budget.coffee")
                        .split(" ", -1)) {
            prompts.put(key, "About " + key.replace('.', ' '));
        }
        return Survey.parse(
                "every.json",
                "{\"name\":\"every\",\"questions\":[" + questions + "]}",
                Prompts.of(Map.of("en", prompts, "es", prompts)));
    }
}
