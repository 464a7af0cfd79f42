package dev.parlance.examples.clinic;

import dev.parlance.survey.Campaigns;
import dev.parlance.survey.Surveys;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page to invite patients. */
@Controller
class PatientsController {
    private final Campaigns campaigns;

    PatientsController(Surveys visit) {
        this.campaigns = visit.campaigns();
    }

    @GetMapping("/patients")
    String patients(Model model) {
        model.addAttribute("campaigns", campaigns.list());
        return "patients";
    }
}
