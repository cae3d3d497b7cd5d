package vn.dusinhhoat.planning;

import java.util.List;

/** Cases of plans, by the id of what they are about. */
public interface CampaignProcess {

    /** Begins the case of a campaign. */
    void beginCampaign(Long campaignId, String unitCode);

    /** Gives these members their task, all or none. */
    void beginPlans(List<Long> planIds, String unitCode);

    /** Asks a host committee; the case is the host's (design, scope of sight). */
    void askHost(Long requestId, String hostCode);

    /** Every member has sent. Nothing happens when the campaign waits for that no more. */
    void plansSent(Long campaignId);

    /** Every host has answered. */
    void hostsAnswered(Long campaignId);

    /** Every member has revised. */
    void changesSettled(Long campaignId);

    /** The board asks the member for more. */
    void supplementAsked(Long planId);

    /** Hosts have proposed other dates. */
    void changesProposed(Long planId);

    /** The step in which plans are written is over without this one. */
    void writingClosed(Long planId);

    /** The plan is in force. */
    void settled(Long planId);

    /** The member does not carry it out any more. */
    void planEnded(Long planId);

    /** The campaign is given up. */
    void campaignEnded(Long campaignId);

    /** The host need not answer any more. */
    void requestEnded(Long requestId);
}
