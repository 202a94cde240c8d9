all: build/build.ninja; ninja -C build
build/build.ninja: ; meson setup build
install: all; meson install -C build
check demo: ; ./$@
clean: ; rm -rf build build-san
.PHONY: all install check demo clean
