package kith.server.tenant;

import java.util.List;
import kith.crm.packages.PackageInstaller;
import kith.crm.packages.PackageLibrary;
import kith.crm.sample.SampleDataLoader;
import kith.runtime.access.Caller;
import reactor.core.publisher.Mono;

/** The packages that come with the product. */
public final class CrmPackages implements Packages, SampleData {

    private final PackageLibrary library;
    private final PackageInstaller installer;
    private final SampleDataLoader samples;

    public CrmPackages(
            PackageLibrary library, PackageInstaller installer, SampleDataLoader samples) {
        this.library = library;
        this.installer = installer;
        this.samples = samples;
    }

    @Override
    public List<Offer> offers() {
        return library.packages().stream()
                .map(source ->
                        new Offer(
                                source.name(),
                                source.version(),
                                source.label(),
                                source.description()))
                .toList();
    }

    @Override
    public void requireKnown(List<String> names) {
        names.forEach(library::require);
    }

    @Override
    public Mono<Void> install(Caller caller, String name) {
        return installer.install(caller, library.require(name)).then();
    }

    @Override
    public Mono<Void> load(Caller caller, String packageName) {
        return samples.load(caller, library.require(packageName)).then();
    }
}
