package kith.server.operator;

import kith.graphql.job.JobArguments;
import kith.graphql.job.JobConnection;
import kith.graphql.sdl.Arguments;
import kith.runtime.job.JobInfo;
import kith.runtime.job.Jobs;
import reactor.core.publisher.Mono;

/** The jobs of the installation, for those who run it: how they stand, not what they are about. */
public final class JobAdministration {

    private final Jobs jobs;

    public JobAdministration(Jobs jobs) {
        this.jobs = jobs;
    }

    Mono<JobConnection> page(Arguments arguments) {
        return Mono.defer(() ->
                        jobs.pageForOperators(
                                arguments.optionalText("tenant"), JobArguments.filter(arguments)))
                .map(JobConnection::of);
    }

    Mono<JobInfo> cancel(Arguments arguments) {
        return Mono.defer(() ->
                jobs.cancelForOperators(arguments.text("tenant"), JobArguments.id(arguments)));
    }
}
