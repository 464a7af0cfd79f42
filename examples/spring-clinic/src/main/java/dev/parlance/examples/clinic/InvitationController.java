package dev.parlance.examples.clinic;

import dev.parlance.Address;
import dev.parlance.survey.Invitation;
import dev.parlance.survey.StartResult;
import dev.parlance.survey.Surveys;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Invites a patient after a visit, from the form on the results page. */
@Controller
class InvitationController {
    private final Surveys visit;

    InvitationController(Surveys visit) {
        this.visit = visit;
    }

    @PostMapping("/invitations")
    String invite(
            @RequestParam Address patient,
            @RequestParam String name,
            @RequestParam String language,
            RedirectAttributes page) {
        StartResult result =
                visit.start("text", patient, Invitation.in(language).withVariable("name", name));
        page.addFlashAttribute("invited", result);
        return "redirect:/results";
    }
}
