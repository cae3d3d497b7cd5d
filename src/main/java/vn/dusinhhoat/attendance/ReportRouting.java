package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.Duty;
import vn.dusinhhoat.duty.DutyTable;
import vn.dusinhhoat.organization.Body;
import vn.dusinhhoat.organization.BodyKind;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.PartyUnit;
import vn.dusinhhoat.organization.Post;
import vn.dusinhhoat.organization.UnitLevel;

/** Finds the limit and the receiver of a report from the visitor's posts and {@code duty.dmn} (III.1b, III.2c). */
@Service
public class ReportRouting {

    private record Owed(Post post, Duty duty) {
    }

    private static final Comparator<Owed> STRICTEST = Comparator.comparing(owed -> owed.duty().reportPath());

    private final Organization organization;
    private final DutyTable duties;
    private final Clock clock;

    ReportRouting(Organization organization, DutyTable duties, Clock clock) {
        this.organization = organization;
        this.duties = duties;
        this.clock = clock;
    }

    /**
     * The route of the visit's report by the posts held on the day of the meeting; of several posts the one with the
     * strictest limit counts (ruling A2). After the end of a unit its successor receives (situation C13), and never the
     * reporter alone (situation C15).
     *
     * @throws RoutingImpossible when no post owes a report, or the receiving body is missing or has no members
     */
    @Transactional(readOnly = true)
    public ReportRoute routeOf(Visit visit) {
        Owed owed = owedBy(visit).stream().min(STRICTEST)
                .orElseThrow(() -> new RoutingImpossible("Lượt dự số " + visit.id()
                        + ": người dự không giữ chức vụ nào có nhiệm vụ báo cáo vào ngày họp; kiểm tra chức vụ"
                        + " hoặc bảng quyết định \"Ai có nhiệm vụ gì\"."));
        Body receiver = receiver(visit, owed);
        return new ReportRoute(owed.duty().reportPath(), receiver, staffOf(receiver.unit().id()),
                organization.isMember(receiver.id(), visit.personId(), visit.meetingDay()),
                receiver.unit().level() != UnitLevel.PROVINCE);
    }

    /** Groups of the staff of the unit that owns the visit. */
    @Transactional(readOnly = true)
    public List<String> staffOf(Visit visit) {
        return staffOf(ownerOf(visit).id());
    }

    /** Organisation board and office of the receiving unit (ruling B5). */
    private List<String> staffOf(Long unitId) {
        return Stream.of(BodyKind.ORGANISATION_BOARD, BodyKind.OFFICE).map(kind -> organization.bodyOf(unitId, kind))
                .flatMap(Optional::stream).map(Body::groupId).toList();
    }

    /**
     * The unit a visit belongs to: that of the post whose limit counts; for who owes nothing, the unit above the home
     * cell, so that somebody sees the case.
     */
    @Transactional(readOnly = true)
    public PartyUnit ownerOf(Visit visit) {
        return owedBy(visit).stream().min(STRICTEST).map(owed -> owed.post().unit())
                .orElseGet(() -> organization.person(visit.personId()).homeCell().parent());
    }

    private List<Owed> owedBy(Visit visit) {
        return organization.postsOf(visit.personId(), visit.meetingDay()).stream()
                .flatMap(post -> {
                    Optional<Duty> duty = duties.dutyOf(post.unit().level(), post.kind());
                    return duty.map(found -> new Owed(post, found)).stream();
                })
                .toList();
    }

    private Body receiver(Visit visit, Owed owed) {
        PartyUnit unit = organization.inForce(owed.post().unit().id(), LocalDate.now(clock));
        String wanted = owed.duty().receiver().label() + " của đơn vị " + unit.name() + " (mã " + unit.code() + ")";
        Body body = organization.bodyOf(unit.id(), owed.duty().receiver())
                .orElseThrow(() -> new RoutingImpossible("Lượt dự số " + visit.id() + ": chưa có " + wanted
                        + " để nhận báo cáo; bổ sung vào dữ liệu tổ chức rồi chạy lại."));
        if (!organization.hasOthers(body.id(), visit.personId(), LocalDate.now(clock))) {
            throw new RoutingImpossible("Lượt dự số " + visit.id() + ": " + wanted + " chưa có đồng chí nào khác người báo cáo"
                    + " để nhận báo cáo; bổ sung vào dữ liệu tổ chức rồi chạy lại.");
        }
        return body;
    }
}
