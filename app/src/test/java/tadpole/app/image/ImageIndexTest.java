package tadpole.app.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageIndexTest {

    @Test
    void allImagesStandInTheOrderOfTheFile() {
        ImageIndex index = ImageIndex.all(Sets.gray(5, 2, 2));

        assertThat(index.size()).isEqualTo(5);
        assertThat(index.imageAt(3)).isEqualTo(3);
        assertThat(index.placeOf(4)).hasValue(4);
    }

    @Test
    void oneClassKeepsTheOrderOfTheFile() {
        ImageIndex index = ImageIndex.ofClass(Sets.gray(8, 2, 2), 1);

        assertThat(index.size()).isEqualTo(3);
        assertThat(new int[] {index.imageAt(0), index.imageAt(1), index.imageAt(2)}).containsExactly(1, 4, 7);
        assertThat(index.placeOf(7)).hasValue(2);
        assertThat(index.placeOf(6)).isEmpty();
    }

    @Test
    void aClassWithoutImagesIsEmpty() {
        assertThat(ImageIndex.ofClass(Sets.gray(8, 2, 2), 9).size()).isZero();
    }
}
