package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.AnnualDuties;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.notification.PlanNotices.Topic;
import vn.dusinhhoat.organization.Body;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.UnitKind;
import vn.dusinhhoat.planning.PlanViews.Page;
import vn.dusinhhoat.planning.PlanViews.Replaced;
import vn.dusinhhoat.planning.PlanViews.RequestLine;
import vn.dusinhhoat.planning.PlanViews.RequestSummary;
import vn.dusinhhoat.planning.PlanViews.RequestView;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.RuleViolation;

/** Each committee whose cells are to be visited agrees, or proposes another date; its silence is agreement (III.1a, III.3b, ruling A6). */
@Service
public class HostAgreements {

    private static final int LONGEST_NOTE = 500;
    private static final int PAGE_SIZE = 20;
    private static final int LAST_PAGE = 100_000;

    /** An answer as typed; date in Vietnam. */
    public record TypedAnswer(Long id, HostAnswer answer, LocalDateTime otherDate, @vn.dusinhhoat.platform.Typed("ý kiến về lượt dự") String note) {
    }

    private final HostRequests requests;
    private final Plans plans;
    private final CampaignTable campaigns;
    private final PlanAccess access;
    private final CellNames names;
    private final LineViews views;
    private final PostTitles posts;
    private final AnnualDuties duties;
    private final LateOtherDates late;
    private final CampaignProcess process;
    private final Organization organization;
    private final PlanNews news;
    private final PlanLog log;
    private final Clock clock;

    HostAgreements(HostRequests requests, Plans plans, CampaignTable campaigns, PlanAccess access, CellNames names, LineViews views, PostTitles posts,
                   AnnualDuties duties, LateOtherDates late, CampaignProcess process, Organization organization, PlanNews news, PlanLog log,
                   Clock clock) {
        this.requests = requests;
        this.plans = plans;
        this.campaigns = campaigns;
        this.access = access;
        this.names = names;
        this.views = views;
        this.posts = posts;
        this.duties = duties;
        this.late = late;
        this.process = process;
        this.organization = organization;
        this.news = news;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Asks every committee about the lines sent that it has not agreed to yet.
     *
     * @return whether there is anybody to ask
     */
    @Transactional
    public boolean ask(Long campaignId) {
        campaigns.lock(campaignId);
        begin(campaignId, requests.ask(campaignId, null));
        boolean anybody = !requests.open(campaignId).isEmpty();
        campaigns.state(campaignId, anybody ? CampaignState.COORDINATING : CampaignState.CONSOLIDATING);
        return anybody;
    }

    private void begin(Long campaignId, List<HostRequests.Request> asked) {
        if (!asked.isEmpty()) {
            log.record(campaignId, null, PlanLog.Kind.HOSTS_ASKED, asked.size() + " đảng ủy");
            process.askHosts(asked.stream().map(request -> new CampaignProcess.HostCase(request.id(), request.unitCode())).toList());
            news.ofHosts(campaignId, asked.stream().map(HostRequests.Request::unitId).toList(), Topic.HOST_ASKED);
        }
    }

    /**
     * What hosts have said of these lines holds no more: they go to another committee, or are on another day. While the board
     * looks the plans over they wait for its step; afterwards the hosts are asked at once, beside the road of the plan.
     *
     * @param campaign locked
     */
    void askAgain(CampaignTable.Campaign campaign, List<Long> lineIds) {
        lineIds.forEach(requests::askAnew);
        if (!lineIds.isEmpty() && campaign.state() != CampaignState.WRITING && campaign.state() != CampaignState.CHECKING) {
            begin(campaign.id(), requests.ask(campaign.id(), lineIds));
        }
    }

    /**
     * Groups that may answer.
     *
     * @throws RuleViolation when the commune has no body with members that could
     */
    @Transactional(readOnly = true)
    public List<String> groups(Long requestId) {
        HostRequests.Request request = requests.get(requestId);
        List<String> groups = HostRequests.ANSWERING.stream().flatMap(kind -> organization.bodyOf(request.unitId(), kind).stream())
                .filter(body -> organization.hasOthers(body.id(), PlanSteps.NOBODY, LocalDate.now(clock))).map(Body::groupId).toList();
        if (groups.isEmpty()) {
            throw new RuleViolation(request.unitName() + " (mã " + request.unitCode() + ") chưa có đồng chí nào ở đầu mối tiếp đoàn, ban xây dựng đảng"
                    + " hoặc văn phòng để cho ý kiến về lịch dự sinh hoạt; bổ sung vào dữ liệu tổ chức rồi chạy lại.");
        }
        return groups;
    }

    /** The host has a task until then. */
    @Transactional
    public void limit(Long requestId, Instant limitAt) {
        requests.limit(requestId, limitAt);
    }

    /**
     * What the host is asked, for members of its bodies.
     *
     * @throws vn.dusinhhoat.platform.NotFound for everybody else
     */
    @Transactional(readOnly = true)
    public RequestView read(Long requestId) {
        HostRequests.Request request = requests.get(requestId);
        access.requireHost(request.unitId());
        CampaignTable.Campaign campaign = campaigns.get(request.campaignId());
        List<Plans.Line> lines = plans.linesOfRequest(requestId);
        Map<Long, Plans.Plan> byId = plans.plansOf(campaign.id()).stream().collect(Collectors.toMap(Plans.Plan::id, plan -> plan));
        Map<Long, CellNames.Named> cells = names.of(lines.stream().map(Plans.Line::cellId).toList(), LocalDate.now(clock));
        Map<Long, String> titles = posts.of(byId.values().stream().map(Plans.Plan::personId).toList());
        Map<Period, Map<Long, List<LocalDateTime>>> meetings = PlansInForce.meetings(duties, lines);
        Map<Long, Replaced> replaced = views.replacedAt(request.unitId(), lines);
        return new RequestView(requestId, organization.unit(campaign.unitId()).kind().committee(campaign.unitName()),
                UnitKind.valueOf(request.unitKind()).committee(request.unitName()), campaign.year(), request.state() == HostRequests.State.ASKED,
                request.version(), request.limitAt(), lines.stream().map(line -> {
                    Plans.Plan plan = byId.get(line.planId());
                    return new RequestLine(line.id(), cells.get(line.cellId()).name(), plan.member(), titles.get(plan.personId()), line.meetingAt(),
                            line.theme(), meetings.get(line.period()).getOrDefault(line.cellId(), List.of()), line.hostAnswer(), line.hostDate(),
                            line.hostNote(), replaced.get(line.id()), line.state().isGone() ? line.state().label() : null);
                }).toList());
    }

    /** What the caller's communes have been asked, the newest first; nothing for whoever is of no host body. */
    @Transactional(readOnly = true)
    public Page<RequestSummary> asked(int page) {
        int wanted = Math.min(LAST_PAGE, Math.max(0, page));
        return Page.of(requests.toUnits(access.unitsAsHost(), PAGE_SIZE + 1, wanted * PAGE_SIZE), PAGE_SIZE);
    }

    /**
     * Stores answers as typed.
     *
     * @throws StalePlan     when somebody else has saved meanwhile
     * @throws RuleViolation when the host has answered already, or a text is too long
     */
    @Transactional
    public RequestView save(Long requestId, long version, List<TypedAnswer> answers) {
        HostRequests.Request request = requests.get(requestId);
        access.requireHost(request.unitId());
        requireOpen(locked(requestId));
        if (!requests.nextVersion(requestId, version)) {
            throw StalePlan.ofRequest();
        }
        if (answers == null || answers.stream().anyMatch(each -> each == null || each.id() == null)) {
            throw new RuleViolation("Nội dung ý kiến gửi lên không đúng dạng: tải lại trang rồi mở lại việc này.");
        }
        answers.forEach(each -> requests.store(requestId, each.id(), each.answer(), each.otherDate(), note(each.note())));
        return read(requestId);
    }

    private static String note(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        OutsideText.requireAtMost(text, LONGEST_NOTE, "ý kiến về lượt dự");
        return text.strip();
    }

    /**
     * The host answers.
     *
     * @throws RuleViolation when another date is missing or cannot be, or the host has answered already
     */
    @Transactional
    public void answer(Long requestId, HostDecision decision, String actor) {
        HostRequests.Request request = locked(requestId);
        requireOpen(request);
        List<Plans.Line> lines = plans.linesOfRequest(requestId).stream().filter(HostAgreements::isWaiting).toList();
        List<Plans.Line> others = decision == HostDecision.AGREE_ALL ? List.of()
                : lines.stream().filter(line -> HostAnswer.OTHER_DATE.name().equals(line.hostAnswer())).toList();
        others.forEach(this::requirePossible);
        lines.stream().filter(line -> line.state() == LineState.SENT)
                .forEach(line -> plans.lineState(line.id(), others.contains(line) ? LineState.OTHER_DATE : LineState.AGREED));
        late.follow(request.campaignId(), others, actor);
        log.record(request.campaignId(), actor, PlanLog.Kind.HOST_ANSWERED, request.unitName() + ": thống nhất " + (lines.size() - others.size())
                + " lượt, đề nghị ngày khác " + others.size() + " lượt");
        close(request, HostRequests.State.ANSWERED, actor);
    }

    /** The plan may have come into force while a host that took a cell over was still being asked. */
    private static boolean isWaiting(Plans.Line line) {
        return line.state() == LineState.SENT || line.state() == LineState.IN_FORCE;
    }

    private void requirePossible(Plans.Line line) {
        LocalDateTime other = line.hostDate();
        String visit = "Lượt dự " + line.period().label() + ": ";
        if (other == null) {
            throw new RuleViolation(visit + "chưa ghi ngày đề nghị thay.");
        }
        if (other.toLocalDate().isBefore(line.period().firstDay()) || other.toLocalDate().isAfter(line.period().lastDay())) {
            throw new RuleViolation(visit + "ngày đề nghị ở ngoài kỳ, chọn ngày trong kỳ.");
        }
        if (!other.isAfter(LocalDateTime.now(clock))) {
            throw new RuleViolation(visit + "ngày đề nghị đã qua, chọn ngày khác.");
        }
    }

    /** Nobody had anything to say in time (ruling A6). */
    @Transactional
    public void agreeSilently(Long requestId) {
        HostRequests.Request request = locked(requestId);
        if (request.state() == HostRequests.State.ASKED) {
            plans.linesOfRequest(requestId).stream().filter(line -> line.state() == LineState.SENT)
                    .forEach(line -> plans.lineState(line.id(), LineState.SILENT_AGREED));
            log.record(request.campaignId(), null, PlanLog.Kind.HOST_SILENT, request.unitName());
            close(request, HostRequests.State.SILENT, null);
        }
    }

    private void close(HostRequests.Request request, HostRequests.State state, String actor) {
        requests.close(request.id(), state, actor);
        goOnIfAllAnswered(request.campaignId());
    }

    /** The campaign goes on once nobody is asked any more; its row is locked. */
    void goOnIfAllAnswered(Long campaignId) {
        if (campaigns.get(campaignId).state() == CampaignState.COORDINATING && requests.open(campaignId).isEmpty()) {
            process.hostsAnswered(campaignId);
        }
    }

    /** Requests all of whose lines have ended need no answer. */
    void endIdle(Long campaignId) {
        Stream<HostRequests.Request> idle = requests.open(campaignId).stream()
                .filter(request -> plans.linesOfRequest(request.id()).stream().noneMatch(HostAgreements::isWaiting));
        idle.forEach(this::end);
        goOnIfAllAnswered(campaignId);
    }

    void endAll(Long campaignId) {
        requests.open(campaignId).forEach(this::end);
    }

    private void end(HostRequests.Request request) {
        requests.close(request.id(), HostRequests.State.ENDED, null);
        process.requestEnded(request.id());
    }

    /**
     * Lines with another date go back to their members, once.
     *
     * @return whether there are any
     */
    @Transactional
    public boolean returnChanges(Long campaignId) {
        campaigns.lock(campaignId);
        List<Long> changed = plans.linesOfCampaign(campaignId).stream().filter(line -> line.state() == LineState.OTHER_DATE)
                .map(Plans.Line::planId).distinct().toList();
        campaigns.state(campaignId, changed.isEmpty() ? CampaignState.CONSOLIDATING : CampaignState.REVISING);
        changed.forEach(plan -> {
            plans.planState(plan, PlanState.TO_REVISE);
            log.record(campaignId, plan, null, PlanLog.Kind.CHANGES_RETURNED, null);
        });
        process.changesProposed(changed);
        news.ofMembers(campaignId, List.of(PlanState.TO_REVISE), Topic.REMIND);
        return !changed.isEmpty();
    }

    private HostRequests.Request locked(Long requestId) {
        campaigns.lock(requests.get(requestId).campaignId());
        return requests.get(requestId);
    }

    private static void requireOpen(HostRequests.Request request) {
        if (request.state() != HostRequests.State.ASKED) {
            throw new RuleViolation("Ý kiến về lịch dự này đã được gửi hoặc đã hết thời hạn: cần thay đổi thì liên hệ ban tổ chức của cấp lập kế hoạch.");
        }
    }
}
