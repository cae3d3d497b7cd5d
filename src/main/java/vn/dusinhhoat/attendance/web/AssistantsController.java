package vn.dusinhhoat.attendance.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dusinhhoat.attendance.Assistants;
import vn.dusinhhoat.platform.Search;

/** Who types the caller's reports (situation C12). */
@RestController
@RequestMapping("/camunda/api/attendance/assistants")
class AssistantsController {

    /** Days in Vietnam, both ends count. */
    record Choice(Long assistantId, LocalDate from, LocalDate to) {
    }

    private final Assistants assistants;
    private final OwnVisits own;

    AssistantsController(Assistants assistants, OwnVisits own) {
        this.assistants = assistants;
        this.own = own;
    }

    @GetMapping
    List<Assistants.Assistant> mine() {
        return assistants.of(own.personId());
    }

    @PostMapping("/candidates")
    List<Assistants.Candidate> candidates(@RequestBody Search search) {
        return assistants.candidates(own.personId(), search.name());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(@RequestBody Choice choice) {
        assistants.choose(own.personId(), choice.assistantId(), choice.from(), choice.to());
    }

    @PostMapping("/{id}/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable Long id) {
        assistants.dismiss(own.personId(), id);
    }
}
