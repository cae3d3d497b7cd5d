package vn.dusinhhoat.supervision.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.dusinhhoat.platform.Audit;
import vn.dusinhhoat.platform.Audit.Entry;
import vn.dusinhhoat.platform.Audit.Kind;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.supervision.Badges;
import vn.dusinhhoat.supervision.Board;
import vn.dusinhhoat.supervision.BoardQuery;
import vn.dusinhhoat.supervision.BoardView;
import vn.dusinhhoat.supervision.BoardWorkbook;
import vn.dusinhhoat.supervision.CaseStory;
import vn.dusinhhoat.supervision.Sight;
import vn.dusinhhoat.supervision.Sights;

/**
 * What is late and what falls due. One request for a screen. What is looked for may be a name, so it comes in the body
 * (row D5). To everybody whom the board is not for, nothing of it exists: 404.
 */
@RestController
@RequestMapping("/camunda/api/supervision")
class BoardController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Whether the caller has a board, and more than looks at it. */
    record SightView(boolean board, boolean mayAct, boolean administrator) {
    }

    record BadgesView(OffsetDateTime asOf, List<Badges.Badge> elements) {
    }

    private final Sights sights;
    private final Board board;
    private final Badges badges;
    private final CaseStory stories;
    private final Audit audit;
    private final Clock clock;

    BoardController(Sights sights, Board board, Badges badges, CaseStory stories, Audit audit, Clock clock) {
        this.sights = sights;
        this.board = board;
        this.badges = badges;
        this.stories = stories;
        this.audit = audit;
        this.clock = clock;
    }

    /** Tells Cockpit whether to offer the board. */
    @GetMapping("/sight")
    SightView sight() {
        return sights.ofCaller().map(sight -> new SightView(true, sight.acts(), sight.everything())).orElse(new SightView(false, false, false));
    }

    @PostMapping("/board")
    BoardView board(@RequestBody BoardQuery query) {
        return board.view(sights.requireForCaller(), query);
    }

    @PostMapping("/export")
    void export(@RequestBody BoardQuery query, HttpServletResponse response) throws IOException {
        Sight sight = sights.requireForCaller();
        List<BoardView.RowView> rows = board.all(sight, query, BoardWorkbook.MOST_ROWS);
        audit.record(Entry.done(Kind.READ, sight.userId(), "supervision", null, "board.xlsx rows=" + rows.size()));
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("theo-doi-don-doc.xlsx", StandardCharsets.UTF_8).build().toString());
        BoardWorkbook.write(rows, response.getOutputStream());
    }

    @GetMapping("/definitions/{definitionId}/badges")
    BadgesView badges(@PathVariable String definitionId) {
        return new BadgesView(clock.instant().atZone(TimeZones.VIETNAM).toOffsetDateTime(),
                badges.of(sights.requireForCaller(), definitionId));
    }

    @GetMapping("/cases/{instanceId}")
    CaseStory.Story story(@PathVariable String instanceId) {
        return stories.of(sights.requireForCaller(), instanceId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
