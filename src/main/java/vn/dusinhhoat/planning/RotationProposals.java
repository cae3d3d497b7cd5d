package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.duty.AnnualDuties;

/** Special areas first and more often, the others in turn, everybody where they have not been for longest (II.1a, ruling A12). */
@Component
class RotationProposals implements VisitProposals {

    private final AnnualDuties duties;
    private final CellNames cells;
    private final Clock clock;

    RotationProposals(AnnualDuties duties, CellNames cells, Clock clock) {
        this.duties = duties;
        this.cells = cells;
        this.clock = clock;
    }

    @Override
    public List<Proposed> propose(Long unitId, List<AnnualDuties.Owed> owed) {
        List<AnnualDuties.Proposed> found = duties.propose(unitId, owed);
        Map<Long, CellNames.Named> named = cells.of(found.stream().map(AnnualDuties.Proposed::cellId).toList(), LocalDate.now(clock));
        return found.stream().map(each -> new Proposed(each.personId(), each.period(), each.cellId(), each.meetingAt(), why(named.get(each.cellId()))))
                .toList();
    }

    private static String why(CellNames.Named cell) {
        return cell.special() == null ? "Gợi ý theo luân phiên địa bàn" : "Gợi ý: địa bàn đặc thù được ưu tiên trước (" + cell.special() + ")";
    }
}
