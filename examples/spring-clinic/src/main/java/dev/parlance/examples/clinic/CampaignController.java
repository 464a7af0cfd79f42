package dev.parlance.examples.clinic;

import dev.parlance.survey.Campaign;
import dev.parlance.survey.Campaigns;
import dev.parlance.survey.Channel;
import dev.parlance.survey.Pace;
import dev.parlance.survey.RecipientReport;
import dev.parlance.survey.RecipientsCsv;
import dev.parlance.survey.Surveys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Invites all patients of a CSV file, from the form on the patients page. The same campaign can get another file later. */
@Controller
class CampaignController {
    private static final Pace ONE_LONG_NUMBER = Pace.perSecond(1);

    private final Campaigns campaigns;

    CampaignController(Surveys visit) {
        this.campaigns = visit.campaigns();
    }

    @PostMapping("/campaigns")
    String start(@RequestParam String campaign, @RequestParam MultipartFile patients, RedirectAttributes page)
            throws IOException {
        Campaign invited =
                campaigns.find(campaign).orElseGet(() -> campaigns.create(campaign, Channel.TEXT, ONE_LONG_NUMBER));
        String csv = new String(patients.getBytes(), StandardCharsets.UTF_8);
        RecipientReport report = invited.add(RecipientsCsv.text("patients.csv", csv));
        invited.start();
        page.addFlashAttribute("problems", report.problems());
        return "redirect:/patients";
    }
}
