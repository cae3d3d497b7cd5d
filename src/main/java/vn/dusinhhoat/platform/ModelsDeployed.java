package vn.dusinhhoat.platform;

/** Diagrams or decision tables were brought into force. Published inside the transaction of the deployment. */
public record ModelsDeployed() {
}
