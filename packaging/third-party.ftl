<#-- THIRD-PARTY.txt, which the build makes: first what Maven does not know of, then the jars. -->
Inkling is licensed under the Apache License 2.0. With it ship, under their own licences:

The parts of the OpenJDK that Inkling uses: GNU General Public License 2 with the Classpath Exception
Bootstrap Icons, in Ikonli's pack: MIT License
Inter, the window's font: SIL Open Font License 1.1
Apache MXNet and in it oneDNN: Apache License 2.0
OpenBLAS, beside MXNet: BSD 3-Clause License
libgomp, libgfortran and libquadmath of GCC, beside MXNet: GNU General Public License 3 with the GCC Runtime Library Exception
(on systems where the engine is PyTorch instead: PyTorch, BSD 3-Clause License)

<#list dependencyMap as e>
<#assign project = e.getKey()/>
${project.name} ${project.version} (${project.groupId}:${project.artifactId})<#if project.url?has_content>
  ${project.url}</#if>
  <#list e.getValue() as license>${license}<#sep>; </#list>
</#list>
