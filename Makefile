# Överens: builds the compiler, compiles the cases, runs the tests.
#
#	make deps all      install what is needed, build, compile every case into out/
#	make deps check    the same for the tests, and run them
#	make deps conformance   the same for the validators, and put every PDF and web page before them
#	make               build and compile what has changed
#	make CASE=agreements/002-resurspoolen.yaml
#	make watch         show the documents in the browser, anew when a file is saved
#	make new TYPE='tjänsteskrivelse överenskommelse' NAME=005-torget
#	                   begin a new case, with these documents
#	make accept        rewrite the expected results of the golden cases
#	make format        let clang-format settle the layout of the code
#	make manual        write the manual into out/manual/
#	make bench         measure what documents of 50 and 500 pages take
#	make clean         empty out/

ifeq ($(origin CC),default)
CC       := gcc
endif
BUILD    := out/build
OVERENS  := out/bin/overens
PREVIEW  := out/bin/overens-serve
PACKAGES := gcc libc6-dev make pkg-config libyaml-dev libcmark-dev libhpdf-dev libharfbuzz-dev \
            libhyphen-dev libpng-dev nettle-dev zlib1g-dev libmicrohttpd-dev hyphen-sv \
            fonts-open-sans fonts-dejavu-core icc-profiles-free
TEST_PACKAGES := libcmocka-dev poppler-utils clang clang-format python3 \
                 python3-html5lib python3-jsonschema python3-pyld python3-yaml \
                 nodejs npm
CONFORMANCE_PACKAGES := poppler-utils qpdf python3 python3-pikepdf python3-yaml \
                        python3-markdown-it python3-mdit-py-plugins openjdk-17-jre-headless maven \
                        chromium nodejs npm

WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wvla -Wswitch-enum \
            -Wnull-dereference -Wformat=2 -Werror
CPPFLAGS += -D_POSIX_C_SOURCE=200809L -include compiler/base/banned.h -Icompiler \
            -isystem /usr/include/harfbuzz
CFLAGS   ?= -O2 -g
CFLAGS   += -std=c17 $(WARNINGS) -fstack-protector-strong
LDLIBS   := -lyaml -lcmark -lhpdf -lharfbuzz-subset -lharfbuzz -lhyphen -lnettle -lpng -lz

# Money and layout are integers: where the compiler can, it refuses to build anything else.
INTEGERS := $(if $(findstring gcc,$(CC)),-mgeneral-regs-only)

SOURCES  := $(wildcard compiler/*.c compiler/*/*.c)
OBJECTS  := $(SOURCES:compiler/%.c=$(BUILD)/%.o)
# The preview is a program of its own, so that overens is linked to no network (compiler/serve.h).
LISTENING := $(filter $(BUILD)/preview/%,$(OBJECTS))
LIBRARY  := $(filter-out $(BUILD)/main.o $(LISTENING),$(OBJECTS))
CASE     ?= $(sort $(wildcard agreements/*.yaml))
# The overview counts days from today, so it is made anew every day. The program has no clock.
DAY      ?= $(shell date +%F)
PORTFOLIO := $(if $(filter file,$(origin CASE)),$(BUILD)/portfolio.$(DAY).done)
STAMPS   := $(CASE:agreements/%.yaml=$(BUILD)/%.done)
SHARED   := $(filter-out templates/preview/%,\
            $(wildcard agreements/*.md agreements/register/*.yaml templates/* templates/*/*))
UNIT     := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/test_*.c))

.DELETE_ON_ERROR:
.PHONY: all new watch check conformance accept manual bench format clean deps
all: $(STAMPS) $(PORTFOLIO) out/schema.json $(PREVIEW)

# Every goal that compiles first asks whether the packages are there, and names the first that is
# not. `deps` as a goal installs them instead.
# A package may be part of another: on some machines npm comes with nodejs.
HAVE = $(shell dpkg-query -W -f '$${Package} $${Provides} $${Status}\n' | tr -d , | \
         sed -n 's/ install ok installed//p')
NEEDED := $(PACKAGES) $(if $(filter check accept bench,$(MAKECMDGOALS)),$(TEST_PACKAGES)) \
          $(if $(filter conformance,$(MAKECMDGOALS)),$(CONFORMANCE_PACKAGES))
ifneq ($(filter-out clean format,$(or $(MAKECMDGOALS),all)),)
MISSING := $(filter-out $(HAVE),$(NEEDED))
ifneq ($(MISSING),)
ifeq ($(filter deps,$(MAKECMDGOALS)),)
$(error The Debian package $(firstword $(MISSING)) is not installed. Run: make deps $(or $(MAKECMDGOALS),all))
endif
endif
endif

SUDO := $(if $(filter-out 0,$(shell id -u)),sudo)
deps:
ifneq ($(MISSING),)
	@echo "Installing: $(MISSING)"
	$(SUDO) apt-get update -q
	DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -q -y --no-install-recommends $(MISSING)
endif

# Test tools from npm. The network is for `deps` alone; without it, what is missing is named.
NODE := out/node/installed
$(NODE): tests/node/package-lock.json tests/node/package.json | $(filter deps,$(MAKECMDGOALS))
ifneq ($(filter deps,$(MAKECMDGOALS)),)
	@mkdir -p $(@D)
	@echo '  $@'
	@cp tests/node/package*.json tests/node/.npmrc $(@D)
	@npm ci --prefix $(@D) --ignore-scripts --loglevel=error >/dev/null
	@touch '$@'
else
	@echo 'The test tools of tests/node/package.json are not installed. Run: make deps $(MAKECMDGOALS)'
	@false
endif

# The packages come before anything is compiled when both are asked for at once.
$(OBJECTS): | $(if $(filter deps,$(MAKECMDGOALS)),deps)

$(BUILD)/%.o: compiler/%.c Makefile
	@mkdir -p $(@D)
	@echo '  $<'
	@$(CC) $(CPPFLAGS) $(CFLAGS) $(INTEGERS) -MMD -MP -c -o $@ $<

$(OVERENS): $(LIBRARY) $(BUILD)/main.o
	@mkdir -p $(@D)
	@echo '  $@'
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(PREVIEW): $(filter-out $(BUILD)/serve.o,$(LIBRARY)) $(BUILD)/main.o $(LISTENING)
	@mkdir -p $(@D)
	@echo '  $@'
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lmicrohttpd

$(BUILD)/%.done: agreements/%.yaml $(SHARED) $(OVERENS)
	@$(OVERENS) build '$<'
	@touch '$@'

# What editors complete and explain the keys of a case by.
out/schema.json: $(OVERENS)
	@$(OVERENS) schema >'$@'

manual: $(OVERENS)
	@$(OVERENS) manual

# What holds between the cases, when all of them are compiled.
$(BUILD)/portfolio.$(DAY).done: $(STAMPS)
	@$(OVERENS) portfolio -q --day '$(DAY)' $(CASE)
	@rm -f $(BUILD)/portfolio.*.done
	@touch '$@'

$(BUILD)/unit/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo '  $<'
	@$(CC) $(CPPFLAGS) $(CFLAGS) -Itests -MMD -MP -o $@ $< $(LIBRARY) $(LDLIBS) -lcmocka

# What the oracle asks (tests/oracle/oracle.py).
ORACLE := $(BUILD)/oracle
$(ORACLE): tests/oracle/driver.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo '  $<'
	@$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -o $@ $< $(LIBRARY) $(LDLIBS)

new: $(OVERENS)
	@$(OVERENS) new $(TYPE) $(if $(NAME),'$(NAME)')

# Without CASE every case, also those that are begun meanwhile.
watch: $(OVERENS) $(PREVIEW)
	@$(OVERENS) serve $(if $(filter file,$(origin CASE)),,$(CASE))

# What the judges of the reader and of the schema ask (tests/reader/driver.c).
READER := $(BUILD)/reader
$(READER): tests/reader/driver.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo '  $<'
	@$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -o $@ $< $(LIBRARY) $(LDLIBS)

check: $(NODE) $(OVERENS) $(PREVIEW) $(UNIT) $(ORACLE) $(READER)
	@tests/run $(OVERENS) $(UNIT)

# The reference validator of PDF/A and PDF/UA, which no Debian package has.
VERAPDF := $(BUILD)/verapdf.jar
$(VERAPDF): tests/conformance/verapdf.sh | $(if $(filter deps,$(MAKECMDGOALS)),deps)
	@echo '  $@'
	@$< '$@'

conformance: $(OVERENS) $(PREVIEW) $(VERAPDF) $(NODE)
	@tests/conformance/all $(OVERENS) $(VERAPDF)

accept: $(OVERENS)
	@tests/golden.sh --accept $(OVERENS)
	@tests/overview.sh --accept $(OVERENS)

bench: $(OVERENS)
	@PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 tests/bench/bench.py $(OVERENS) 50 500

format:
	clang-format -i $(wildcard compiler/*.[ch] compiler/*/*.[ch] tests/*/*.[ch])

clean:
	rm -rf out

-include $(OBJECTS:.o=.d) $(UNIT:=.d) $(ORACLE).d $(READER).d
