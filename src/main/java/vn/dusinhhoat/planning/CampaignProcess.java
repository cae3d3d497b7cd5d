package vn.dusinhhoat.planning;

import java.util.Collection;
import java.util.List;

/** Cases of plans, by the id of what they are about. */
public interface CampaignProcess {

    /** A request to begin, and the unit whose case it is. */
    record HostCase(Long requestId, String hostCode) {
    }

    /** Begins the case of a campaign. */
    void beginCampaign(Long campaignId, String unitCode);

    /** Gives these members their task, all or none. */
    void beginPlans(Collection<Long> planIds, String unitCode);

    /** Asks host committees; each case is its host's (design, scope of sight). */
    void askHosts(List<HostCase> requests);

    /** Every member has sent, or has run out of time. */
    void plansSent(Long campaignId);

    /** Every host has answered, or has run out of time. */
    void hostsAnswered(Long campaignId);

    /** Every member has revised. */
    void changesSettled(Long campaignId);

    /** The board asks the member for more. */
    void supplementAsked(Long planId);

    /** The board goes on without waiting for what it asked for. */
    void supplementClosed(Long planId);

    /** Hosts have proposed other dates to these members. */
    void changesProposed(Collection<Long> planIds);

    /** Nothing is left to do about these plans. */
    void settled(Collection<Long> planIds);

    /** The member does not carry it out any more. */
    void planEnded(Long planId);

    /** The campaign is given up. */
    void campaignEnded(Long campaignId);

    /**
     * Completes the open task to urge about this one, if there is one, in somebody's name; the diagram goes on from there.
     *
     * @param note how they urged; null without one
     * @return whether there was one
     */
    boolean urged(OpenPlanTasks.PlanTask task, String actor, String note);

    /** The host need not answer any more. */
    void requestEnded(Long requestId);
}
