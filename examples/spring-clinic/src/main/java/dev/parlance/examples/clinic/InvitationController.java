package dev.parlance.examples.clinic;

import dev.parlance.Address;
import dev.parlance.survey.Invitation;
import dev.parlance.survey.StartResult;
import dev.parlance.survey.Surveys;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Invites a patient after a visit, from the form on the patients page: once for each appointment. */
@Controller
class InvitationController {
    private final Surveys visit;

    InvitationController(Surveys visit) {
        this.visit = visit;
    }

    @PostMapping("/invitations")
    String invite(
            @RequestParam Address patient,
            @RequestParam String appointment,
            @RequestParam String name,
            @RequestParam String language,
            RedirectAttributes page) {
        Invitation invitation =
                Invitation.in(language).withOccasion(appointment).withVariable("name", name);
        StartResult result = visit.start("text", patient, invitation);
        page.addFlashAttribute("invited", result.reason().isEmpty() ? "The text was sent." : result.reason());
        return "redirect:/patients";
    }
}
