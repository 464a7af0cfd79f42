package dev.parlance.examples.clinic;

import dev.parlance.survey.Surveys;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The results. Spring Security asks for a login, because no rule of this application says otherwise. */
@Controller
class ResultsController {
    private final Surveys visit;

    ResultsController(Surveys visit) {
        this.visit = visit;
    }

    @GetMapping("/results")
    String summary(Model model) {
        model.addAttribute("summary", visit.results().summary());
        model.addAttribute("campaigns", visit.campaigns().list());
        return "results";
    }

    @GetMapping("/results.csv")
    void csv(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        visit.results().csv(response.getOutputStream());
    }
}
