package vn.dusinhhoat.platform;

/**
 * Something that must have happened before the first request is answered. Steps run in the order of their
 * {@link org.springframework.core.annotation.Order}, one node at a time over the whole cluster, and must be repeatable.
 */
public interface StartupStep {

    /** {@link org.springframework.core.annotation.Order} of the steps, earliest first. */
    int CHECK_SCHEMA = 10;
    int DEPLOY_MODELS = 100;
    int ACCESS = 200;
    int ORGANIZATION = 250;
    int SAMPLE = 300;
    int ACCOUNTS = 400;
    int DUTIES = 500;
    int COUNTS = 600;

    /**
     * Does the step.
     *
     * @throws StartupRefused when the application must not run in this state
     */
    void run();
}
